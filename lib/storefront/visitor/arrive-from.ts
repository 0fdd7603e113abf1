import type { orders } from "#lib/commerce/order/index.ts";
import { isOpen } from "#lib/commerce/payment/index.ts";
import { isDomainError } from "#lib/platform/errors.ts";
import { noteReached } from "#lib/platform/http/reached.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { placedPath } from "../order/placed-path.ts";
import { forgetCart } from "./cart-cookie.ts";
import { currentContext } from "./current-context.ts";

function payingPath(attemptId: string): string {
  return `/checkout/paying/${attemptId}`;
}

/**
 * Where a shopper goes after returning from a payment provider's page: to the order if there is one, even on repeated
 * visits; to `ended` if nothing can be paid any more; otherwise to a page with the payment's status.
 */
export async function arriveFrom(
  verb: typeof orders.followPayment | typeof orders.leavePayment,
  attemptId: string,
  ended = payingPath(attemptId),
): Promise<string> {
  noteReached();
  try {
    const { attempt, order } = await perform(verb, await currentContext(), { id: attemptId });
    if (order) {
      await forgetCart();
      return placedPath(order.id);
    }
    return isOpen(attempt) || attempt.goesBack ? payingPath(attempt.id) : ended;
  } catch (error) {
    if (!isDomainError(error)) throw error;
    // The page shows the payment's status; for other people's payments it shows nothing.
    return payingPath(encodeURIComponent(attemptId));
  }
}
