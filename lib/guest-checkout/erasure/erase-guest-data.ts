import { type Context, inTransaction } from "#lib/platform/context.ts";
import { eraseGuest, isInAccount } from "../core.ts";
import { isOwnOrder } from "../guest-data.ts";
import { consumeProof, openProof } from "../mailed-proof.ts";
import { trackOrder } from "../track-order.ts";

/** The order's link; outside the session that placed the order, with the proof of a mailed link. */
type Erasure = { token: string; proof?: string | undefined };

/**
 * Erases the guest behind the link, as eraseGuest does; the link stops working.
 * @throws guest_order_not_found, not_found without a proof that is needed, order_in_progress, bad_request if the order
 * has moved to an account
 */
export function eraseGuestData(ctx: Context, { token, proof = "" }: Erasure): Promise<void> {
  return inTransaction(ctx, async (inside) => {
    const order = await trackOrder(inside, { token });
    const { userId, email } = order;
    if (!isOwnOrder(ctx, order) && !isInAccount(order)) await openProof(inside, "erasure", { token, proof });
    await eraseGuest(inside, { userId, email: email ?? "" });
    await consumeProof(inside, "erasure", order);
  });
}
