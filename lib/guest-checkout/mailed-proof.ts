import type { Context } from "#lib/platform/context.ts";
import { env } from "#lib/platform/env.ts";
import { DomainError, notFound } from "#lib/platform/errors.ts";
import { readToken } from "#lib/platform/mailed-link.ts";
import { isInAccount, numberOf, type Order, sendProofLink } from "./core.ts";
import { consumeOneTimeLink, isOneTimeLink, mailOneTimeLink } from "./one-time-link.ts";
import { trackOrder } from "./track-order.ts";

/** What an order's link alone does not allow, because it may have been forwarded, and the page for it below the order's. */
const pages = { cancellation: "cancel", erasure: "data/erase" } as const;
type Act = keyof typeof pages;

const identifierOf = (act: Act, { id }: Pick<Order, "id">) => `order-${act}:${id}`;

type OrderByLink = { order: Order; token: string };

/**
 * Mails a link that confirms the act to the address the order was placed with. A newer link replaces an older one.
 * @throws bad_request if the order is in an account, unavailable
 */
export async function mailProof(ctx: Context, act: Act, { order, token }: OrderByLink): Promise<void> {
  const { email: address, contactName: name, locale } = order;
  if (isInAccount(order) || address === null) {
    throw new DomainError("bad_request", "This order belongs to an account. Sign in for this.");
  }
  const page = `${env.STOREFRONT_URL}/order-status/${readToken(token)}/${pages[act]}`;
  await mailOneTimeLink(ctx, identifierOf(act, order), (proof) =>
    sendProofLink(act, {
      to: { name, address },
      locale,
      orderNumber: numberOf(order),
      url: `${page}/${proof}`,
    }),
  );
}

/** Both parts of a mailed link. */
export type ProvenLink = { token: string; proof: string };

/** The order of a mailed link. Opening the link does not use it up. @throws guest_order_not_found, not_found */
export async function openProof(ctx: Context, act: Act, { token, proof }: ProvenLink): Promise<Order> {
  const order = await trackOrder(ctx, { token });
  const isGood = await isOneTimeLink(ctx, identifierOf(act, order), proof);
  if (!isGood || isInAccount(order)) throw notFound("Link");
  return order;
}

/** Uses the link up. */
export async function consumeProof(ctx: Context, act: Act, order: Pick<Order, "id">): Promise<void> {
  await consumeOneTimeLink(ctx, identifierOf(act, order));
}
