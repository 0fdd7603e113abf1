import { createShop } from "#lib/create-shop.ts";
import { authApi } from "#lib/dialects/auth/index.ts";
import { commercetoolsApi } from "#lib/dialects/commercetools/index.ts";
import { storeApi } from "#lib/dialects/store-api/index.ts";
import { guestCheckout } from "#lib/guest-checkout/index.ts";
import { smtpMailer } from "#lib/mail/index.ts";
import { env } from "#lib/platform/env.ts";

/** What this shop is made of. */
export const shop = createShop({
  mailer: smtpMailer({ url: env.SMTP_URL, from: env.MAIL_FROM }),
  modules: [
    // Delete this line to take guest checkout out.
    guestCheckout({ linkSecret: env.GUEST_LINK_SECRET, storefrontUrl: env.STOREFRONT_URL }),
  ],
  apis: [storeApi, authApi, commercetoolsApi],
});
