import type { Module } from "#lib/module.ts";
import { convertGuest } from "./convert-guest.ts";
import { guestOrderMail } from "./guest-order-mail.ts";
import { type GuestCheckoutOptions, orderUrl } from "./order-link.ts";

export { lookupInput } from "./schemas.ts";
export { brought, cancellations, claims, guests } from "./verbs.ts";

/**
 * Guest checkout: contact capture, the confirmation mail with its link, public order tracking, conversion
 * (specification).
 */
export function guestCheckout(options: GuestCheckoutOptions): Module {
  return {
    id: "guest-checkout",
    guests: {
      orderUrl: (orderId) => orderUrl(options, orderId),
      mails: { "order.placed": guestOrderMail, "order.cancelled": guestOrderMail },
    },
    before: { "anonymous_account.linked": convertGuest },
    storeRoutes: async () => (await import("./routes.ts")).guestRoutes,
  };
}
