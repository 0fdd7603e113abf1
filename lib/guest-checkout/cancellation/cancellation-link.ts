import { randomBytes } from "node:crypto";
import { isCancellable, isInAccount, numberOf, type Order } from "#lib/commerce/order/index.ts";
import { sendCancellationLink } from "#lib/mail/index.ts";
import { now } from "#lib/platform/clock.ts";
import { type Context, inTransaction } from "#lib/platform/context.ts";
import { env } from "#lib/platform/env.ts";
import { DomainError, notFound } from "#lib/platform/errors.ts";
import { newId } from "#lib/platform/ids.ts";
import { readToken } from "#lib/platform/mailed-link.ts";
import { sha256 } from "#lib/platform/secrets.ts";
import { trackOrder } from "../track-order.ts";

const validMinutes = 60;

const identifierOf = (orderId: string) => `order-cancellation:${orderId}`;

/**
 * Mails a link that cancels the order to the address it was placed with: people who were only shown or forwarded the
 * order's own link cannot cancel it. A newer link replaces an older one.
 * @throws guest_order_not_found, order_not_cancellable, bad_request if the order is in an account, unavailable
 */
export async function mailCancellationLink(ctx: Context, input: { token: string }): Promise<void> {
  const order = await trackOrder(ctx, input);
  if (isInAccount(order) || order.email === null) {
    throw new DomainError("bad_request", "This order belongs to an account. Sign in to cancel it.");
  }
  if (!isCancellable(order)) {
    throw new DomainError("order_not_cancellable", "This order can no longer be cancelled");
  }
  const proof = randomBytes(32).toString("base64url");
  const expiresAt = new Date(now().getTime() + validMinutes * 60_000);
  const identifier = identifierOf(order.id);
  await inTransaction(ctx, async ({ tx }) => {
    // Locks the order's row, so that of two concurrent links one replaces the other.
    await tx.$queryRaw`select 1 from "order" where id = ${order.id}::uuid for no key update`;
    await tx.verification.deleteMany({ where: { identifier } });
    await tx.verification.create({ data: { id: newId(), identifier, value: sha256(proof), expiresAt } });
  });
  try {
    await sendCancellationLink({
      to: { name: order.contactName, address: order.email },
      locale: order.locale,
      orderNumber: numberOf(order),
      url: `${env.STOREFRONT_URL}/order-status/${readToken(input.token)}/cancel/${proof}`,
    });
  } catch (cause) {
    throw new DomainError("unavailable", "The mail could not be sent just now. Try again in a moment.", {
      cause,
    });
  }
}

/**
 * The order that the mailed link cancels. Opening the link does not use it up. @throws guest_order_not_found, not_found
 */
export async function openCancellation(
  ctx: Context,
  input: { token: string; proof: string },
): Promise<Order> {
  const order = await trackOrder(ctx, input);
  const found = await inTransaction(ctx, ({ tx }) =>
    tx.verification.count({
      where: {
        identifier: identifierOf(order.id),
        value: sha256(readToken(input.proof) ?? ""),
        expiresAt: { gt: now() },
      },
    }),
  );
  if (found === 0 || isInAccount(order)) throw notFound("Link");
  return order;
}

/** Uses the link up. */
export async function consumeCancellationLink(ctx: Context, { orderId }: { orderId: string }): Promise<void> {
  await inTransaction(ctx, ({ tx }) =>
    tx.verification.deleteMany({ where: { identifier: identifierOf(orderId) } }),
  );
}
