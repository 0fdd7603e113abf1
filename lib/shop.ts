import { bankTransfer, cashOnDelivery, demoCard, stripeFrom } from "#lib/commerce/payment/index.ts";
import { createShop } from "#lib/create-shop.ts";
import { authApi } from "#lib/dialects/auth/index.ts";
import { commercetoolsApi } from "#lib/dialects/commercetools/index.ts";
import { storeApi } from "#lib/dialects/store-api/index.ts";
import { webhooksApi } from "#lib/dialects/webhooks/index.ts";
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
    guestCheckout({ linkSecret: env.GUEST_LINK_SECRET, storefrontUrl: env.STOREFRONT_URL }),
  ],
  apis: [storeApi, authApi, commercetoolsApi, webhooksApi],
});
