import { lockCarts } from "#lib/commerce/cart/index.ts";
import { type Context, inTransaction, requireCustomer } from "#lib/platform/context.ts";
import { eraseOrders } from "./erase-orders.ts";
import { nameless } from "./nameless.ts";

/**
 * Deletes an account. Orders stay on the books without personal data. The user's row stays as their anonymized owner:
 * nobody can sign in to it, and its address is free for a new account.
 * @throws unauthenticated, order_in_progress
 */
export function deleteAccount(ctx: Context): Promise<void> {
  const { userId } = requireCustomer(ctx);
  return inTransaction(ctx, async (inside) => {
    const { tx } = inside;
    // Carts are locked before their owner, as when an order is placed, so that the two cannot deadlock.
    await lockCarts(inside, [userId]);
    await tx.$queryRaw`select 1 from "user" where id = ${userId}::uuid for update`;
    await eraseOrders(inside, { userId });
    await tx.customerAddress.deleteMany({ where: { userId } });
    await tx.rewardEntry.deleteMany({ where: { userId } });
    await tx.session.deleteMany({ where: { userId } });
    await tx.account.deleteMany({ where: { userId } });
    // A password reset link would turn the row into an account again.
    await tx.verification.deleteMany({ where: { value: userId } });
    await tx.oAuthToken.deleteMany({ where: { userId } });
    await tx.user.updateMany({
      where: { id: userId },
      data: {
        ...nameless,
        key: null,
        customerNumber: null,
        email: `deleted-${userId}@deleted.invalid`,
        emailVerified: false,
        ownerProvenAt: null,
      },
    });
  });
}
