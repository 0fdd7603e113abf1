import { lockCarts } from "#lib/commerce/cart/index.ts";
import { loadOrders, type Order } from "#lib/commerce/order/index.ts";
import { eraseOrders } from "#lib/commerce/privacy/index.ts";
import { type Context, inTransaction } from "#lib/platform/context.ts";
import { Prisma } from "#lib/platform/db.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { trackOrder } from "./track-order.ts";

/** Everything the shop keeps of a guest, for the guest to take away. */
export type GuestData = { exportedAt: string; orders: Omit<Order, "userId" | "cartId" | "version">[] };

/**
 * The guest's data. The link from the mail is the proof of the mailbox: what was placed with the same session and
 * the same address belongs to the same person. @throws guest_order_not_found
 */
export async function exportGuestData(ctx: Context, input: { token: string }): Promise<GuestData> {
  const order = await trackOrder(ctx, input);
  const orders = await loadOrders(
    ctx,
    Prisma.sql`where o.user_id = ${order.userId}::uuid and o.anonymous_id = ${order.anonymousId}
      and lower(o.email) = lower(${order.email}) order by o.placed_at`,
  );
  return {
    exportedAt: new Date().toISOString(),
    orders: orders.map(({ userId: _userId, cartId: _cartId, version: _version, ...own }) => own),
  };
}

/**
 * Erases the guest behind the link: orders stay on the books without the person, the link opens nothing any more.
 * What somebody else placed with the same session, and that session, stay.
 * @throws guest_order_not_found, order_in_progress, bad_request when the order belongs to an account by now
 */
export function eraseGuestData(ctx: Context, input: { token: string }): Promise<void> {
  return inTransaction(ctx, async (inside) => {
    const { userId, email } = await trackOrder(inside, input);
    // The carts come before their owner, as they do when an order is placed: the two never wait for each other.
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
