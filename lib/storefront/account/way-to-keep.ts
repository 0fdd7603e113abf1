import { accountExists } from "#lib/commerce/customer/index.ts";
import { takesGuests } from "#lib/commerce/notifications/index.ts";
import { getOrder, isInAccount, type Order } from "#lib/commerce/order/index.ts";
import type { Context } from "#lib/platform/context.ts";
import { isDomainError } from "#lib/platform/errors.ts";
import { areAllPlacedWith, guestOrdersHere } from "./guest-orders.ts";

/** How a guest's order can be moved to an account from this browser. */
export type WayToKeep =
  /**
   * The browser has the guest's session, so a password is enough. `others`: the number of other orders that move along.
   */
  | { way: "password"; email: string; others: number }
  /** It has the session, and the address has an account. */
  | { way: "signIn"; email: string }
  /** It has the session, with orders of several addresses, so the person has to decide. */
  | { way: "ask" }
  /** The order is in an account that this browser is not signed in to. */
  | { way: "kept" }
  /** A different browser: sign up first, then claim the order by mail. */
  | { way: "signUp" };

/** Null for customers, and without guest checkout. */
export async function wayToKeep(
  ctx: Context,
  { id, events }: { id: string; events: { type: string }[] },
): Promise<WayToKeep | null> {
  if (!takesGuests() || ctx.actor.type === "customer") return null;
  if (isInAccount({ events })) return { way: "kept" };
  const order = await orderHere(ctx, id);
  // Read only if the order is this browser's: most links are opened elsewhere.
  const held = order?.email ? await guestOrdersHere(ctx) : null;
  if (!held || !order?.email) return { way: "signUp" };
  const { email } = order;
  if (await accountExists(ctx, { email })) return { way: "signIn", email };
  return areAllPlacedWith(held, email) ? { way: "password", email, others: held.count - 1 } : { way: "ask" };
}

async function orderHere(ctx: Context, id: string): Promise<Order | null> {
  const { actor } = ctx;
  if (actor.type !== "anonymous") return null;
  try {
    return await getOrder({ ...ctx, actor }, { id });
  } catch (error) {
    if (isDomainError(error, "not_found")) return null;
    throw error;
  }
}
