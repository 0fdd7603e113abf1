import type { Module } from "#lib/module.ts";
import { convertGuest } from "./convert-guest.ts";
import { guestOrderMail } from "./guest-order-mail.ts";
import { orderUrl } from "./order-link.ts";

export { cancellations } from "./cancellation/verbs.ts";
export { erasures } from "./erasure/verbs.ts";
export { isOwnOrder } from "./guest-data.ts";
export { lookupInput } from "./schemas.ts";
export { brought, claims, guests } from "./verbs.ts";

type GuestCheckoutOptions = {
  /** At least 32 characters. After a change the next mail about an order has another link, which replaces the earlier one. */
  linkSecret: string;
};

/**
 * Guest checkout: contact capture, the confirmation mail with its link, public order tracking, conversion
 * (specification).
 */
export function guestCheckout({ linkSecret }: GuestCheckoutOptions): Module {
  return {
    id: "guest-checkout",
    guests: {
      orderUrl: (orderId) => orderUrl({ linkSecret, orderId }),
      mails: { "order.placed": guestOrderMail, "order.cancelled": guestOrderMail },
    },
    before: { "anonymous_account.linked": convertGuest },
    storeRoutes: async () => (await import("./routes.ts")).guestRoutes,
  };
}
