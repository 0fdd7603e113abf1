import { insertGuest } from "#lib/accounts/api-access/index.ts";
import { transferCarts } from "#lib/commerce/cart/index.ts";
import { moveDiscountUses } from "#lib/commerce/discount/index.ts";
import { recordEvents } from "#lib/events/index.ts";
import { now } from "#lib/platform/clock.ts";
import type { TransactionContext } from "#lib/platform/context.ts";
import { Prisma } from "#lib/platform/database/db.ts";
import { newId } from "#lib/platform/ids.ts";

type Handed = {
  userId: string;
  /** These orders, each with its own cart; otherwise all orders and carts. */
  orderIds?: readonly string[];
};

/**
 * Moves orders of an account, with their carts, history, coupon uses and points, to a new guest without a session: they
 * can be opened by their links and claimed by mail, and are not shown in the account. The account's carts have to be
 * locked (lockCarts).
 */
export async function handToGuest(ctx: TransactionContext, { userId, orderIds }: Handed): Promise<void> {
  const { tx } = ctx;
  const guestId = newId();
  await tx.$executeRaw(insertGuest({ userId: guestId, anonymousId: null, at: now() }));
  const orders = await tx.$queryRaw<{ id: string; cartId: string }[]>`
    update "order" set user_id = ${guestId}::uuid, anonymous_id = coalesce(anonymous_id, ${guestId}),
      by_account = false, version = version + 1, updated_at = now()
    where user_id = ${userId}::uuid ${orderIds ? Prisma.sql`and id = any(${orderIds}::uuid[])` : Prisma.empty}
    returning id, cart_id as "cartId"`;
  const ids = orders.map(({ id }) => id);
  const cartIds = orders.map(({ cartId }) => cartId);
  await transferCarts(ctx, {
    which: Prisma.sql`user_id = ${userId}::uuid ${orderIds ? Prisma.sql`and id = any(${cartIds}::uuid[])` : Prisma.empty}`,
    to: Prisma.sql`user_id = ${guestId}::uuid, anonymous_id = coalesce(anonymous_id, ${guestId})`,
  });
  const theirs = { where: { userId, orderId: { in: ids } }, data: { userId: guestId } };
  await tx.orderEvent.updateMany(theirs);
  await recordEvents(
    ctx,
    ids.map((orderId) => ({ type: "order.moved_to_guest", orderId, userId: guestId })),
  );
  for (const orderId of ids) await moveDiscountUses(ctx, { from: { orderId }, toUserId: guestId });
  await tx.rewardEntry.updateMany(theirs);
}
