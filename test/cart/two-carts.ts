import {
  type Cart,
  findRecentMerge,
  hashCartToken,
  loadCart,
  type MergeReport,
} from "#lib/commerce/cart/index.ts";
import { syncCart as sync } from "#lib/dialects/store-api/routes/cart.ts";
import { asNobody, type ContextOf } from "#lib/platform/context.ts";
import { db, Prisma } from "#lib/platform/database/db.ts";
import { call } from "#test/support/call.ts";
import type { Sellable } from "#test/support/catalogue.ts";
import { fillCart } from "#test/support/checkout.ts";
import { cartOf } from "#test/support/expect.ts";
import { type Session, signUp } from "#test/support/sessions.ts";

export type Wanted = [variant: Sellable, quantity: number][];
type Customer = Session & { email: string };

/** A customer with a cart, and a cart without an owner. `own` and `other` are their tokens. */
export type TwoCarts = { customer: Customer; own: string; other: string };

export async function twoCarts(own: Wanted, other: Wanted, given?: Customer): Promise<TwoCarts> {
  const customer = given ?? (await signUp());
  return { customer, own: await fill(customer, own), other: await fill(undefined, other) };
}

function fill(session: Session | undefined, wanted: Wanted): Promise<string> {
  const lines = wanted.map(([{ variantId }, quantity]) => ({ variantId, quantity }));
  return fillCart(session, { lines });
}

/** Merges the other cart into the customer's, as POST /store/cart/sync does. */
export async function merge({ customer, other }: Pick<TwoCarts, "customer" | "other">) {
  const cart = cartOf(await call(sync, { session: customer, cart: other }));
  const merged = await findRecentMerge(contextOf(customer), cart);
  return { cart, report: merged?.report ?? null };
}

export const nothing: MergeReport = { added: [], raised: [], capped: [], droppedCoupons: [] };

export function contextOf({ userId, email }: Customer): ContextOf<"customer"> {
  return { actor: { type: "customer", userId, email, name: "Cora Customer", emailVerified: true } };
}

/** The current row of a cart. */
export async function cartRow(token: string) {
  return db.cart.findUniqueOrThrow({ where: { tokenHash: hashCartToken(token) } });
}

/** The cart as the domain sees it. */
export async function domainCart(token: string): Promise<Cart> {
  const cart = await loadCart(asNobody, Prisma.sql`where c.token_hash = ${hashCartToken(token)}`);
  if (!cart) throw new Error("No such cart");
  return cart;
}

/** The cart's lines as [sku, quantity], in order. */
export function contentOf(cart: { lines: { sku: string; quantity: number }[] }): [string, number][] {
  return cart.lines.map(({ sku, quantity }) => [sku, quantity]);
}
