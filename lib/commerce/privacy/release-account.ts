import { insertGuest } from "#lib/accounts/api-access/index.ts";
import { lockCarts, transferCarts } from "#lib/commerce/cart/index.ts";
import { moveDiscountUses } from "#lib/commerce/discount/index.ts";
import { recordEvents } from "#lib/events/index.ts";
import { now } from "#lib/platform/clock.ts";
import type { Context } from "#lib/platform/context.ts";
import { Prisma, type Transaction } from "#lib/platform/db.ts";
import { newId } from "#lib/platform/ids.ts";
import { erasedUser } from "./erased-user.ts";

/**
 * Empties an account for the owner of its mailbox, after somebody else may have used it. Orders stay on the books,
 * owned by a guest without a session: they can be opened by their links and claimed by mail, and are not shown in the
 * account. Names and addresses are erased. The caller ends sessions, tokens and links.
 */
export async function releaseAccount(
  ctx: Context & { tx: Transaction },
  { userId }: { userId: string },
): Promise<void> {
  const { tx } = ctx;
  // Carts are locked before their owner, as when an order is placed, so that the two cannot deadlock.
  await lockCarts(ctx, [userId]);
  await tx.$queryRaw`select 1 from "user" where id = ${userId}::uuid for update`;
  if ((await tx.cart.count({ where: { userId } })) > 0) await handToGuest(ctx, userId);
  await tx.customerAddress.deleteMany({ where: { userId } });
  await tx.idempotencyRecord.deleteMany({ where: { userId } });
  await tx.user.update({
    where: { id: userId },
    data: { ...erasedUser, version: { increment: 1 } },
  });
}

/** Every order has a cart, so a user without carts has nothing to hand over. */
async function handToGuest(ctx: Context & { tx: Transaction }, userId: string): Promise<void> {
  const { tx } = ctx;
  const guestId = newId();
  await tx.$executeRaw(insertGuest({ userId: guestId, anonymousId: null, at: now() }));
  const orders = await tx.$queryRaw<{ id: string }[]>`
    update "order" set user_id = ${guestId}::uuid, anonymous_id = coalesce(anonymous_id, ${guestId}),
      version = version + 1, updated_at = now()
    where user_id = ${userId}::uuid returning id`;
  await transferCarts(ctx, {
    which: Prisma.sql`user_id = ${userId}::uuid`,
    to: Prisma.sql`user_id = ${guestId}::uuid, anonymous_id = coalesce(anonymous_id, ${guestId})`,
  });
  await tx.orderEvent.updateMany({ where: { userId }, data: { userId: guestId } });
  await recordEvents(
    ctx,
    orders.map(({ id }) => ({ type: "order.moved_to_guest", orderId: id, userId: guestId })),
  );
  await moveDiscountUses(ctx, { from: { userId }, toUserId: guestId });
  await tx.rewardEntry.updateMany({ where: { userId }, data: { userId: guestId } });
}
