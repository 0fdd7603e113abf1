import { lockCarts } from "#lib/commerce/cart/index.ts";
import { endMailedLinks } from "#lib/commerce/customer/index.ts";
import { type ContextOf, inTransaction, type TransactionContext } from "#lib/platform/context.ts";
import { eraseOrders } from "./erase-orders.ts";
import { deletedAddress, erasedUser } from "./erased-user.ts";

/**
 * Deletes an account. Orders stay on the books without personal data. The user's row stays as their anonymized owner:
 * nobody can sign in to it, and its address is free for a new account.
 * @throws order_in_progress
 */
export function deleteAccount(ctx: ContextOf<"customer">): Promise<void> {
  const { userId } = ctx.actor;
  return inTransaction(ctx, async (inside) => {
    const { tx } = inside;
    await lockAccount(inside, userId);
    // A password reset link would turn the row into an account again. It takes its own row before the account's.
    await endMailedLinks(inside, { userId });
    await eraseOrders(inside, { userId });
    await tx.customerAddress.deleteMany({ where: { userId } });
    await tx.rewardEntry.deleteMany({ where: { userId } });
    await tx.session.deleteMany({ where: { userId } });
    await tx.account.deleteMany({ where: { userId } });
    await tx.oAuthToken.deleteMany({ where: { userId } });
    await tx.user.updateMany({
      where: { id: userId },
      data: {
        ...erasedUser,
        key: null,
        customerNumber: null,
        email: deletedAddress(userId),
        emailVerified: false,
        ownerProvenAt: null,
      },
    });
  });
}

/** Locks an account with its carts until the transaction ends. */
export async function lockAccount(ctx: TransactionContext, userId: string): Promise<void> {
  // Carts are locked before their owner, as when an order is placed, so that the two cannot deadlock.
  await lockCarts(ctx, [userId]);
  await ctx.tx.$queryRaw`select 1 from "user" where id = ${userId}::uuid for update`;
}
