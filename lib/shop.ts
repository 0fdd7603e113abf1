import { bankTransfer, cashOnDelivery, demoCard, stripeFrom } from "#lib/commerce/payment/index.ts";
import { createShop } from "#lib/create-shop.ts";
import { guestCheckout } from "#lib/guest-checkout/index.ts";
import { smtpMailer } from "#lib/mail/index.ts";
import { env } from "#lib/platform/env.ts";

/** The parts of this shop. */
export const shop = createShop({
  mailer: smtpMailer({ url: env.SMTP_URL, from: env.MAIL_FROM }),
  // A payment provider is a folder in lib/commerce/payment and a line here.
  payments: [...stripeFrom(env), { ...demoCard, isOffered: env.DEMO === "on" }, bankTransfer, cashOnDelivery],
  modules: [
    // Delete this line to remove guest checkout.
    guestCheckout({ linkSecret: env.GUEST_LINK_SECRET }),
  ],
  apis: async () => (await import("#lib/apis.ts")).apis,
});
