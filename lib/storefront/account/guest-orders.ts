import { takesGuests } from "#lib/commerce/notifications/index.ts";
import { listOrders } from "#lib/commerce/order/index.ts";
import type { Context } from "#lib/platform/context.ts";
import { normalizeEmail } from "#lib/platform/email-address.ts";

/** The guest orders of this browser: their number and addresses. */
export type GuestOrders = { count: number; emails: string[] };

/** Null without a guest session, or without orders. */
export async function guestOrdersHere(ctx: Context): Promise<GuestOrders | null> {
  const { actor } = ctx;
  if (actor.type !== "anonymous" || !takesGuests()) return null;
  const { orders, total } = await listOrders({ ...ctx, actor }, { limit: 50, offset: 0 });
  const emails = orders.flatMap(({ email }) => (email === null ? [] : [normalizeEmail(email)]));
  return total === 0 ? null : { count: total, emails: [...new Set(emails)] };
}

/** Whether every one of them was placed with this address. */
export function areAllPlacedWith({ emails }: GuestOrders, email: string): boolean {
  return emails.every((each) => each === normalizeEmail(email));
}
