import { asShop, type Context, inTransaction } from "#lib/platform/context.ts";
import { cancel, moveOrder, type Order } from "../core.ts";
import { consumeProof, openProof, type ProvenLink } from "../mailed-proof.ts";

/**
 * Cancels the order behind a mailed cancellation link, and uses the link up.
 * @throws guest_order_not_found, not_found for a link that is used up, too old or not ours, order_not_cancellable
 */
export function cancelGuestOrder(ctx: Context, link: ProvenLink): Promise<Order> {
  return inTransaction(ctx, async (inside) => {
    const { id } = await openProof(inside, "cancellation", link);
    // The link proves the mailbox. Its holder has no session to act with, so the shop cancels.
    const cancelled = await moveOrder({ ...inside, ...asShop }, { id }, [cancel]);
    await consumeProof(inside, "cancellation", { id });
    return cancelled;
  });
}
