import { lockCarts } from "#lib/commerce/cart/index.ts";
import type { TransactionContext } from "#lib/platform/context.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { eraseOrders } from "./erase-orders.ts";

/** A guest, and the address of the person, because several may have shared the guest's session. */
type Guest = { userId: string; email: string };

/**
 * Erases what a person left as a guest: orders stay on the books without personal data, and their links stop working.
 * Orders of other people in the same session stay, and with them the session.
 * @throws order_in_progress, bad_request if the guest has become an account
 */
export async function eraseGuest(ctx: TransactionContext, { userId, email }: Guest): Promise<void> {
  const { tx } = ctx;
  // Carts are locked before their owner, as when an order is placed, so that the two cannot deadlock.
  await lockCarts(ctx, [userId]);
  const guests = await tx.$queryRaw<unknown[]>`
    select 1 from "user" where id = ${userId}::uuid and is_anonymous for update`;
  if (guests.length === 0) {
    throw new DomainError("bad_request", "This order belongs to an account. Sign in to erase its data.");
  }
  await eraseOrders(ctx, { userId, email });
  if ((await tx.order.count({ where: { userId, email: { not: null } } })) > 0) return;
  await tx.session.deleteMany({ where: { userId } });
  await tx.oAuthToken.deleteMany({ where: { userId } });
}
