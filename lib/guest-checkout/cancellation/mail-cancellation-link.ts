import type { Context } from "#lib/platform/context.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { isCancellable } from "../core.ts";
import { mailProof } from "../mailed-proof.ts";
import { trackOrder } from "../track-order.ts";

/**
 * Mails a link that cancels the order to the address it was placed with.
 * @throws guest_order_not_found, order_not_cancellable, bad_request if the order is in an account, unavailable
 */
export async function mailCancellationLink(ctx: Context, input: { token: string }): Promise<void> {
  const order = await trackOrder(ctx, input);
  if (!isCancellable(order)) {
    throw new DomainError("order_not_cancellable", "This order can no longer be cancelled");
  }
  await mailProof(ctx, "cancellation", { order, token: input.token });
}
