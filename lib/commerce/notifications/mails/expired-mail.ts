import { createElement } from "react";
import { numberOf } from "#lib/commerce/order/index.ts";
import { wordingFor } from "#lib/mail/mail-words.ts";
import { env } from "#lib/platform/env.ts";
import type { OrderMail } from "./order-mail.ts";

/** Says that an order was cancelled because it was not paid. */
export const expiredMail: OrderMail = async (order, { audience, to, url }) => {
  // Loaded on demand: most requests send no mail.
  const { AccountMail } = await import("#emails/account-mail.tsx");
  const { language, direction, words, money } = wordingFor(order.locale);
  const shop = words("shop.name");
  const orderNumber = numberOf(order);
  const amount = money(order.totals.total, order.currency);
  const subject = words("expired.subject", { orderNumber });
  const body = createElement(AccountMail, {
    frame: {
      language,
      direction,
      title: subject,
      preheader: words("expired.preheader", { amount }),
      shop: { name: shop, url: env.STOREFRONT_URL },
      label: orderNumber,
      footer: [words(`footer.${audience}`, { shop })],
    },
    heading: words("expired.heading"),
    paragraphs: [words("expired.lead", { amount, orderNumber }), words("expired.again")],
    action: { label: words("action.label"), url, fallback: words("action.fallback") },
    closing: [words("expired.paid")],
  });
  return { id: `order.${order.id}.expired.v1`, to, subject, body };
};
