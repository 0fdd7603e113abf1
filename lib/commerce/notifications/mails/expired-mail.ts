import { numberOf } from "#lib/commerce/order/index.ts";
import { wordingFor } from "#lib/mail/mail-words.ts";
import type { OrderMail } from "./order-mail.ts";
import { orderNotice } from "./order-notice.ts";

/** Says that an order was cancelled because it was not paid. */
export const expiredMail: OrderMail = async (order, reader) => {
  const { words, money } = wordingFor(order.locale);
  const orderNumber = numberOf(order);
  const amount = money(order.totals.total, order.currency);
  return orderNotice(order, reader, {
    name: "expired",
    subject: words("expired.subject", { orderNumber }),
    preheader: words("expired.preheader", { amount }),
    heading: words("expired.heading"),
    paragraphs: [words("expired.lead", { amount, orderNumber }), words("expired.again")],
    closing: [words("expired.paid")],
  });
};
