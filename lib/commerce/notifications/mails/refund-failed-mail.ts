import { numberOf } from "#lib/commerce/order/index.ts";
import { wordingFor } from "#lib/mail/mail-words.ts";
import type { OrderMail } from "./order-mail.ts";
import { orderNotice } from "./order-notice.ts";

/** Says that the refund of an order came back to the shop. */
export const refundFailedMail: OrderMail = async (order, reader, event) => {
  const { words } = wordingFor(order.locale);
  const orderNumber = numberOf(order);
  return orderNotice(order, reader, {
    name: `refund-failed.${event.id}`,
    subject: words("refundFailed.subject", { orderNumber }),
    preheader: words("returnFailed.preheader"),
    heading: words("returnFailed.heading"),
    paragraphs: [words("refundFailed.lead", { orderNumber }), words("returnFailed.again")],
    closing: [words("returnFailed.closing")],
  });
};
