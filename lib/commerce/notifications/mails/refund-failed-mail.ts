import { createElement } from "react";
import { numberOf } from "#lib/commerce/order/index.ts";
import { wordingFor } from "#lib/mail/mail-words.ts";
import { orderAction, orderFrame } from "./order-frame.ts";
import type { OrderMail } from "./order-mail.ts";

/** Says that the refund of an order came back to the shop. */
export const refundFailedMail: OrderMail = async (order, reader, event) => {
  // Loaded on demand: most requests send no mail.
  const { AccountMail } = await import("#emails/account-mail.tsx");
  const { words } = wordingFor(order.locale);
  const orderNumber = numberOf(order);
  const subject = words("refundFailed.subject", { orderNumber });
  const body = createElement(AccountMail, {
    frame: orderFrame(order, reader, { title: subject, preheader: words("returnFailed.preheader") }),
    heading: words("returnFailed.heading"),
    paragraphs: [words("refundFailed.lead", { orderNumber }), words("returnFailed.again")],
    action: orderAction(order, reader),
    closing: [words("returnFailed.closing")],
  });
  return { id: `order.${order.id}.refund-failed.${event.id}.v1`, to: reader.to, subject, body };
};
