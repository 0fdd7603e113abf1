import { Prisma } from "#lib/db.ts";
import type { EventHandler } from "#lib/events/index.ts";
import { sendOnce } from "#lib/mail/index.ts";
import { loadOrder } from "#lib/order/index.ts";
import { guestOrderMail } from "./guest-order-mail.ts";
import { mintLookupToken } from "./lookup-token.ts";

export type GuestCheckoutOptions = {
  /** At least 32 characters. Another secret makes every link that was mailed before worthless. */
  linkSecret: string;
  /** Where links in mails lead, without a slash at the end. */
  storefrontUrl: string;
};

/**
 * Mints the lookup token of a guest order and mails the link to the captured address (seed 004, "Side effects").
 * A re-delivered event mints and sends nothing again. A failure never reaches the shopper: the order stands,
 * the worker tries again, and meanwhile the order is found by address and number.
 */
export function confirmOrder(options: GuestCheckoutOptions): EventHandler<"order.placed"> {
  return async ({ orderId }) => {
    const ctx = { actor: { type: "none" } } as const;
    const order = await loadOrder(ctx, Prisma.sql`o.id = ${orderId}::uuid`);
    if (!order || order.anonymousId === null || order.email === null) return;
    const token = await mintLookupToken(ctx, options.linkSecret, orderId);
    await sendOnce(
      await guestOrderMail(order, order.email, `${options.storefrontUrl}/order-status/${token}`),
    );
  };
}
