import type { orders } from "#lib/commerce/order/index.ts";
import { isOpen } from "#lib/commerce/payment/index.ts";
import { isDomainError } from "#lib/platform/errors.ts";
import { noteReached } from "#lib/platform/http/reached.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { forgetCart } from "./cart-cookie.ts";
import { currentContext } from "./current-context.ts";
import { placedPath } from "./placed-path.ts";

export function payingPath(attemptId: string): string {
  return `/checkout/paying/${attemptId}`;
}

/**
 * Where a shopper goes who comes back from a payment provider's page: to the order, once there is one, however often and
 * after whom the shopper comes; else to `ended` when nothing can be paid any more, or to a page that says how it stands.
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
    // The page says what it can of the payment; of one that is not the shopper's it says nothing.
    return payingPath(encodeURIComponent(attemptId));
  }
}
