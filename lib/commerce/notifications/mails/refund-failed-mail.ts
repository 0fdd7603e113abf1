import { createElement } from "react";
import { numberOf } from "#lib/commerce/order/index.ts";
import { wordingFor } from "#lib/mail/mail-words.ts";
import { env } from "#lib/platform/env.ts";
import type { OrderMail } from "./order-mail.ts";

/** Says that the refund of an order came back to the shop. */
export const refundFailedMail: OrderMail = async (order, { audience, to, url }, event) => {
  // Loaded on demand: most requests send no mail.
  const { AccountMail } = await import("#emails/account-mail.tsx");
  const { language, direction, words } = wordingFor(order.locale);
  const shop = words("shop.name");
  const orderNumber = numberOf(order);
  const subject = words("refundFailed.subject", { orderNumber });
  const body = createElement(AccountMail, {
    frame: {
      language,
      direction,
      title: subject,
      preheader: words("returnFailed.preheader"),
      shop: { name: shop, url: env.STOREFRONT_URL },
      label: orderNumber,
      footer: [words(`footer.${audience}`, { shop })],
    },
    heading: words("returnFailed.heading"),
    paragraphs: [words("refundFailed.lead", { orderNumber }), words("returnFailed.again")],
    action: { label: words("action.label"), url, fallback: words("action.fallback") },
    closing: [words("returnFailed.closing")],
  });
  return { id: `order.${order.id}.refund-failed.${event.id}.v1`, to, subject, body };
};
