import { isCancellable, isInAccount, numberOf, type Order } from "#lib/commerce/order/index.ts";
import { sendCancellationLink } from "#lib/mail/index.ts";
import type { Context } from "#lib/platform/context.ts";
import { env } from "#lib/platform/env.ts";
import { DomainError, notFound } from "#lib/platform/errors.ts";
import { readToken } from "#lib/platform/mailed-link.ts";
import { consumeOneTimeLink, isOneTimeLink, mailOneTimeLink } from "../one-time-link.ts";
import { trackOrder } from "../track-order.ts";

const identifierOf = (orderId: string) => `order-cancellation:${orderId}`;

/**
 * Mails a link that cancels the order to the address it was placed with: people who were only shown or forwarded the
 * order's own link cannot cancel it. A newer link replaces an older one.
 * @throws guest_order_not_found, order_not_cancellable, bad_request if the order is in an account, unavailable
 */
export async function mailCancellationLink(ctx: Context, input: { token: string }): Promise<void> {
  const order = await trackOrder(ctx, input);
  const { email: address, contactName: name, locale } = order;
  if (isInAccount(order) || address === null) {
    throw new DomainError("bad_request", "This order belongs to an account. Sign in to cancel it.");
  }
  if (!isCancellable(order)) {
    throw new DomainError("order_not_cancellable", "This order can no longer be cancelled");
  }
  const path = `/order-status/${readToken(input.token)}/cancel`;
  await mailOneTimeLink(ctx, identifierOf(order.id), (proof) =>
    sendCancellationLink({
      to: { name, address },
      locale,
      orderNumber: numberOf(order),
      url: `${env.STOREFRONT_URL}${path}/${proof}`,
    }),
  );
}

/**
 * The order that the mailed link cancels. Opening the link does not use it up. @throws guest_order_not_found, not_found
 */
export async function openCancellation(
  ctx: Context,
  input: { token: string; proof: string },
): Promise<Order> {
  const order = await trackOrder(ctx, input);
  const isGood = await isOneTimeLink(ctx, identifierOf(order.id), input.proof);
  if (!isGood || isInAccount(order)) throw notFound("Link");
  return order;
}

/** Uses the link up. */
export async function consumeCancellationLink(ctx: Context, { orderId }: { orderId: string }): Promise<void> {
  await consumeOneTimeLink(ctx, identifierOf(orderId));
}
