import { createElement } from "react";
import { type OrderMail, orderMailProps, orderSubject } from "#lib/commerce/notifications/mails/index.ts";

/** The confirmation of a placed order. */
export const placedMail: OrderMail = async (order, reader) => {
  // Loaded on demand: only the worker runs this handler.
  const { OrderConfirmation } = await import("#emails/order-confirmation.tsx");
  return {
    id: `order.${order.id}.placed.v1`,
    to: reader.to,
    subject: orderSubject(order),
    body: createElement(OrderConfirmation, orderMailProps(order, reader)),
  };
};
