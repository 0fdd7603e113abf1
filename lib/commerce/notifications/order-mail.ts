import {
  expiredMail,
  type OrderMail,
  refundFailedMail,
  shippedMail,
} from "#lib/commerce/notifications/mails/index.ts";
import type { Handler } from "#lib/commerce/order/handler.ts";
import type { Order } from "#lib/commerce/order/index.ts";
import type { EventType, OrderEvent } from "#lib/events/index.ts";
import { sendOnce } from "#lib/mail/index.ts";
import { guestsOfShop } from "./guests.ts";
import { placedMail } from "./placed-mail.ts";
import { readerOf } from "./reader-of.ts";

/** The mail for each event, for guests and accounts. A new mail is one line here. */
const mails = new Map<EventType, OrderMail>([
  ["order.placed", placedMail],
  ["order.shipped", shippedMail],
  ["order.cancelled", placedMail],
  ["order.expired", expiredMail],
  ["order.refund_failed", refundFailedMail],
]);

/** An order that was never paid is cancelled as well, and the mail about the payment says so. */
function isToldOtherwise({ type }: OrderEvent, { events }: Order): boolean {
  return type === "order.cancelled" && events.some((event) => event.type === "order.expired");
}

/** Mails the recipient of an order's event, once. */
export const orderMail: Handler = {
  name: "order-mail",
  on: [...mails.keys()],
  handle: async (event, order) => {
    const reader = await readerOf(order);
    if (!reader || isToldOtherwise(event, order)) return;
    const ownMail = reader.audience === "guest" ? guestsOfShop()?.mails[event.type] : undefined;
    const write = ownMail ?? mails.get(event.type);
    const mail = await write?.(order, reader, event);
    if (mail) await sendOnce(mail);
  },
};
