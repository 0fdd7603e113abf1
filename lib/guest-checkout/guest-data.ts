import { lockCarts } from "#lib/commerce/cart/index.ts";
import { loadOrders, type Order, ofGuest } from "#lib/commerce/order/index.ts";
import { eraseOrders } from "#lib/commerce/privacy/index.ts";
import { type Context, inTransaction, userIdOf } from "#lib/platform/context.ts";
import { Prisma } from "#lib/platform/database/db.ts";
import { normalizeEmail } from "#lib/platform/email-address.ts";
import { DomainError } from "#lib/platform/errors.ts";
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

/**
 * Erases the guest behind the link: orders stay on the books without personal data, and the link stops working. Orders
 * of other people in the same session, and the session, stay.
 * @throws guest_order_not_found, order_in_progress, bad_request if the order has moved to an account
 */
export function eraseGuestData(ctx: Context, input: { token: string }): Promise<void> {
  return inTransaction(ctx, async (inside) => {
    const { userId, email } = await trackOrder(inside, input);
    // Carts are locked before their owner, as when an order is placed, so that the two cannot deadlock.
    await lockCarts(inside, [userId]);
    const guests = await inside.tx.$queryRaw<unknown[]>`
      select 1 from "user" where id = ${userId}::uuid and is_anonymous for update`;
    if (guests.length === 0) {
      throw new DomainError("bad_request", "This order belongs to an account. Sign in to erase its data.");
    }
    await eraseOrders(inside, { userId, email: email ?? "" });
    if ((await inside.tx.order.count({ where: { userId, email: { not: null } } })) > 0) return;
    await inside.tx.session.deleteMany({ where: { userId } });
    await inside.tx.oAuthToken.deleteMany({ where: { userId } });
  });
}
