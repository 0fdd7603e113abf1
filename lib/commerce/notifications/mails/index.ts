import type { EventType } from "#lib/events/index.ts";
import { expiredMail } from "./expired-mail.ts";
import type { OrderMail } from "./order-mail.ts";
import { placedMail } from "./placed-mail.ts";
import { refundFailedMail } from "./refund-failed-mail.ts";
import { shippedMail } from "./shipped-mail.ts";

/** The mail for each event, for guests and accounts. A new mail is one line here. */
export const orderMails: ReadonlyMap<EventType, OrderMail> = new Map([
  ["order.placed", placedMail],
  ["order.shipped", shippedMail],
  ["order.cancelled", placedMail],
  ["order.expired", expiredMail],
  ["order.refund_failed", refundFailedMail],
]);

export type { OrderMail, OrderReader } from "./order-mail.ts";
export { orderMailId, orderMailProps, orderSubject } from "./order-mail-props.ts";
export { refundFailedMail, shippedMail };
