import { createElement } from "react";
import { numberOf } from "#lib/commerce/order/index.ts";
import { wordingFor } from "#lib/mail/mail-words.ts";
import { orderAction, orderFrame } from "./order-frame.ts";
import type { OrderMail } from "./order-mail.ts";

/** Says that an order was cancelled because it was not paid. */
export const expiredMail: OrderMail = async (order, reader) => {
  // Loaded on demand: most requests send no mail.
  const { AccountMail } = await import("#emails/account-mail.tsx");
  const { words, money } = wordingFor(order.locale);
  const orderNumber = numberOf(order);
  const amount = money(order.totals.total, order.currency);
  const subject = words("expired.subject", { orderNumber });
  const body = createElement(AccountMail, {
    frame: orderFrame(order, reader, { title: subject, preheader: words("expired.preheader", { amount }) }),
    heading: words("expired.heading"),
    paragraphs: [words("expired.lead", { amount, orderNumber }), words("expired.again")],
    action: orderAction(order, reader),
    closing: [words("expired.paid")],
  });
  return { id: `order.${order.id}.expired.v1`, to: reader.to, subject, body };
};
