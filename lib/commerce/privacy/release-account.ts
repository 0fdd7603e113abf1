import { lockCarts } from "#lib/commerce/cart/index.ts";
import type { CustomerProfile } from "#lib/commerce/customer/index.ts";
import type { TransactionContext } from "#lib/platform/context.ts";
import { erasedUser } from "./erased-user.ts";
import { handToGuest } from "./hand-to-guest.ts";

/**
 * Empties an account for the owner of its mailbox, after somebody else may have used it. Orders stay on the books,
 * owned by a guest without a session: they can be opened by their links and claimed by mail, and are not shown in the
 * account. Names and addresses are erased. The caller ends sessions, tokens and links.
 */
export async function releaseAccount(ctx: TransactionContext, { userId }: { userId: string }): Promise<void> {
  const { tx } = ctx;
  // Carts are locked before their owner, as when an order is placed, so that the two cannot deadlock.
  await lockCarts(ctx, [userId]);
  await tx.$queryRaw`select 1 from "user" where id = ${userId}::uuid for update`;
  // Every order has a cart, so a user without carts has nothing to hand over.
  if ((await tx.cart.count({ where: { userId } })) > 0) await handToGuest(ctx, { userId });
  await tx.customerAddress.deleteMany({ where: { userId } });
  await tx.idempotencyRecord.deleteMany({ where: { userId } });
  // The merchant's own identifier of the customer, like the key and the number.
  const { profile } = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { profile: true } });
  const { externalId } = profile as CustomerProfile;
  await tx.user.update({
    where: { id: userId },
    data: { ...erasedUser, profile: { ...(externalId && { externalId }) }, version: { increment: 1 } },
  });
}
