import { type Context, userIdOf } from "#lib/platform/context.ts";
import { Prisma } from "#lib/platform/database/db.ts";
import { normalizeEmail } from "#lib/platform/email-address.ts";
import { loadOrders, type Order, ofGuest } from "./core.ts";
import { trackOrder } from "./track-order.ts";

/** The export of a guest's data. */
type GuestData = {
  exportedAt: string;
  orders: Omit<Order, "userId" | "cartId" | "byAccount" | "version">[];
};

/** Whether the order was placed in the caller's session, or is in the caller's account. */
export function isOwnOrder({ actor }: Context, { userId }: Pick<Order, "userId">): boolean {
  return userIdOf(actor) === userId;
}

/**
 * Exports the guest's data: the order behind the link, which may have been forwarded, and to its owner the others of
 * the same session and address, too. @throws guest_order_not_found
 */
export async function exportGuestData(ctx: Context, input: { token: string }): Promise<GuestData> {
  const order = await trackOrder(ctx, input);
  const orders = await loadOrders(
    ctx,
    Prisma.sql`where o.user_id = ${order.userId}::uuid and o.anonymous_id = ${order.anonymousId} and ${ofGuest}
      and lower(o.email) = ${order.email && normalizeEmail(order.email)}
      and (o.id = ${order.id}::uuid or ${isOwnOrder(ctx, order)}) order by o.placed_at`,
  );
  return {
    exportedAt: new Date().toISOString(),
    orders: orders.map(
      ({ userId: _userId, cartId: _cartId, byAccount: _byAccount, version: _version, ...own }) => own,
    ),
  };
}
