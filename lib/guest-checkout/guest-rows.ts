import type { TransactionContext } from "#lib/platform/context.ts";
import { type AnonymousAccountLinked, adoptCarts, moveDiscountUses, recordEvents } from "./core.ts";

type Move = (ctx: TransactionContext, linked: AnonymousAccountLinked) => Promise<unknown>;

/**
 * Every table that references a user, with what happens to a guest's rows on conversion (specification, "Side
 * effects"). A test compares the list with the Prisma schema, so that a new table has to be added here.
 */
export const guestRows = {
  Order: ({ tx }, { anonymousUserId, userId }) => tx.$executeRaw`
    update "order" set user_id = ${userId}::uuid, version = version + 1, updated_at = now() where user_id = ${anonymousUserId}::uuid`,
  OrderEvent: async (ctx, { anonymousUserId, userId }) => {
    const { tx } = ctx;
    const orders = await tx.orderEvent.findMany({
      where: { userId: anonymousUserId },
      distinct: ["orderId"],
      select: { orderId: true },
    });
    await tx.orderEvent.updateMany({ where: { userId: anonymousUserId }, data: { userId } });
    await recordEvents(
      ctx,
      orders.map(({ orderId }) => ({ type: "order.moved_to_account", orderId, userId })),
    );
  },
  CustomerAddress: ({ tx }, { anonymousUserId, userId }) =>
    tx.customerAddress.updateMany({
      where: { userId: anonymousUserId },
      data: { userId, isDefault: false, isDefaultBilling: false },
    }),
  DiscountUsage: (ctx, { anonymousUserId, userId }) =>
    moveDiscountUses(ctx, { from: { userId: anonymousUserId }, toUserId: userId }),
  Cart: (ctx, { anonymousUserId, userId, cartMode, cartId }) =>
    adoptCarts(ctx, {
      fromUserId: anonymousUserId,
      owner: { userId },
      mode: cartMode ?? "merge",
      cartId: cartId ?? null,
    }),
  // Points earned as a guest are not transferred.
  RewardEntry: ({ tx }, { anonymousUserId }) =>
    tx.rewardEntry.deleteMany({ where: { userId: anonymousUserId } }),
  Session: "deleted with the guest",
  Account: "deleted with the guest",
  OAuthToken: "deleted with the guest",
} as const satisfies Record<string, Move | "deleted with the guest">;
