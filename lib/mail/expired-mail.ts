import { createElement } from "react";
import { env } from "#lib/env.ts";
import { formatMoney } from "#lib/money.ts";
import { numberOf, type Order } from "#lib/order/index.ts";
import { language, words } from "./mail-words.ts";
import type { Mail } from "./send-mail.ts";

type Reader = {
  /** Decides which words are said around the order. */
  audience: "guest" | "account";
  to: Mail["to"];
  /** Where the button leads. */
  url: string;
};

/** Says that an order was cancelled because its money did not come. */
export async function expiredMail(order: Order, { audience, to, url }: Reader): Promise<Mail> {
  // Loaded when it is needed, as every template: most requests send no mail.
  const { AccountMail } = await import("#emails/account-mail.tsx");
  const shop = words("shop.name");
  const orderNumber = numberOf(order);
  const amount = formatMoney(order.totals.total, order.currency);
  const subject = words("expired.subject", { orderNumber });
  const body = createElement(AccountMail, {
    frame: {
      language,
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
}
