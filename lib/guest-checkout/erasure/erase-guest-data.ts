import { type Context, inTransaction } from "#lib/platform/context.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { eraseOrders, isInAccount, lockCarts } from "../core.ts";
import { isOwnOrder } from "../guest-data.ts";
import { consumeProof, openProof } from "../mailed-proof.ts";
import { trackOrder } from "../track-order.ts";

/** The order's link; outside the session that placed the order, with the proof of a mailed link. */
type Erasure = { token: string; proof?: string | undefined };

/**
 * Erases the guest behind the link: orders stay on the books without personal data, and the link stops working. Orders
 * of other people in the same session, and the session, stay.
 * @throws guest_order_not_found, not_found without a proof that is needed, order_in_progress, bad_request if the order
 * has moved to an account
 */
export function eraseGuestData(ctx: Context, { token, proof = "" }: Erasure): Promise<void> {
  return inTransaction(ctx, async (inside) => {
    const order = await trackOrder(inside, { token });
    const { userId, email } = order;
    if (!isOwnOrder(ctx, order) && !isInAccount(order)) await openProof(inside, "erasure", { token, proof });
    // Carts are locked before their owner, as when an order is placed, so that the two cannot deadlock.
    await lockCarts(inside, [userId]);
    const guests = await inside.tx.$queryRaw<unknown[]>`
      select 1 from "user" where id = ${userId}::uuid and is_anonymous for update`;
    if (guests.length === 0) {
      throw new DomainError("bad_request", "This order belongs to an account. Sign in to erase its data.");
    }
    await eraseOrders(inside, { userId, email: email ?? "" });
    await consumeProof(inside, "erasure", order);
    if ((await inside.tx.order.count({ where: { userId, email: { not: null } } })) > 0) return;
    await inside.tx.session.deleteMany({ where: { userId } });
    await inside.tx.oAuthToken.deleteMany({ where: { userId } });
  });
}
