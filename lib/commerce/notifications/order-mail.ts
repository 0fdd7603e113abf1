import { orderMails } from "#lib/commerce/notifications/mails/index.ts";
import type { Handler } from "#lib/commerce/order/handler.ts";
import type { Order } from "#lib/commerce/order/index.ts";
import type { OrderEvent } from "#lib/events/index.ts";
import { sendOnce } from "#lib/mail/index.ts";
import { guestsOfShop } from "./guests.ts";
import { readerOf } from "./reader-of.ts";

/** An order that was never paid is cancelled as well, and the mail about the payment says so. */
function isToldOtherwise({ type }: OrderEvent, { events }: Order): boolean {
  return type === "order.cancelled" && events.some((event) => event.type === "order.expired");
}

/** Mails the recipient of an order's event, once. */
export const orderMail: Handler = {
  name: "order-mail",
  on: [...orderMails.keys()],
  handle: async (event, order) => {
    const reader = await readerOf(order);
    if (!reader || isToldOtherwise(event, order)) return;
    const ownMail = reader.audience === "guest" ? guestsOfShop()?.mails[event.type] : undefined;
    const write = ownMail ?? orderMails.get(event.type);
    const mail = await write?.(order, reader, event);
    if (mail) await sendOnce(mail);
  },
};
