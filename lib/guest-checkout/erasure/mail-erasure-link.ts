import type { Context } from "#lib/platform/context.ts";
import { mailProof } from "../mailed-proof.ts";
import { trackOrder } from "../track-order.ts";

/**
 * Mails a link that erases the guest's data to the address the order was placed with.
 * @throws guest_order_not_found, bad_request if the order is in an account, unavailable
 */
export async function mailErasureLink(ctx: Context, { token }: { token: string }): Promise<void> {
  await mailProof(ctx, "erasure", { order: await trackOrder(ctx, { token }), token });
}
