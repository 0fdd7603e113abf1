import { Prisma } from "#lib/db.ts";
import type { EventHandler } from "#lib/events/index.ts";
import { expiredMail, sendOnce } from "#lib/mail/index.ts";
import { loadOrder } from "#lib/order/index.ts";
import type { GuestCheckoutOptions } from "./confirm-order.ts";
import { mintLookupToken } from "./lookup-token.ts";

/** Tells a guest, with the link to the order, that it was cancelled because its money did not come. Bears a repeated event. */
export function tellExpired(options: GuestCheckoutOptions): EventHandler<"order.expired"> {
  return async ({ orderId }) => {
    const ctx = { actor: { type: "none" } } as const;
    const order = await loadOrder(ctx, Prisma.sql`o.id = ${orderId}::uuid`);
    if (!order || order.anonymousId === null || order.email === null) return;
    const token = await mintLookupToken(ctx, options.linkSecret, orderId);
    const to = { name: order.contactName, address: order.email };
    const url = `${options.storefrontUrl}/order-status/${token}`;
    await sendOnce(await expiredMail(order, { audience: "guest", to, url }));
  };
}
