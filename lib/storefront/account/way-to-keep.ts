import { accountExists } from "#lib/commerce/customer/index.ts";
import { takesGuests } from "#lib/commerce/notifications/index.ts";
import { getOrder, type Order } from "#lib/commerce/order/index.ts";
import type { Context } from "#lib/platform/context.ts";
import { isDomainError } from "#lib/platform/errors.ts";
import { areAllFrom, guestOrdersHere } from "./guest-orders.ts";

/** How an order that was placed as a guest can be kept in an account, as far as this browser is concerned. */
export type WayToKeep =
  /** The browser holds the guest's session: a password is all it takes. `others`: what else comes along. */
  | { way: "password"; email: string; others: number }
  /** It holds the session, and the address has an account. */
  | { way: "signIn"; email: string }
  /** It holds the session, with orders of several addresses: the person has to say which are whose. */
  | { way: "ask" }
  /** It is in an account already, to which this browser is not signed in. */
  | { way: "kept" }
  /** Some other browser: an account first, then a claim by the mailbox. */
  | { way: "signUp" };

const movers = ["order.moved_to_account", "order.claimed", "order.moved_to_guest"];

/** Null for who is signed in, and where there is no guest checkout. */
export async function wayToKeep(
  ctx: Context,
  { id, events }: { id: string; events: { type: string }[] },
): Promise<WayToKeep | null> {
  if (!takesGuests() || ctx.actor.type === "customer") return null;
  const moved = events.findLast(({ type }) => movers.includes(type));
  if (moved && moved.type !== "order.moved_to_guest") return { way: "kept" };
  const [order, held] = await Promise.all([heldOrder(ctx, id), guestOrdersHere(ctx)]);
  if (!held || !order?.email) return { way: "signUp" };
  const { email } = order;
  if (await accountExists(ctx, { email })) return { way: "signIn", email };
  return areAllFrom(held, email) ? { way: "password", email, others: held.count - 1 } : { way: "ask" };
}

async function heldOrder(ctx: Context, id: string): Promise<Order | null> {
  try {
    return await getOrder(ctx, { id });
  } catch (error) {
    if (isDomainError(error, "not_found") || isDomainError(error, "unauthenticated")) return null;
    throw error;
  }
}
