import { createElement } from "react";
import { type OrderMail, orderMailProps, orderSubject } from "#lib/commerce/notifications/mails/index.ts";

/** The confirmation that an order has come in. */
export const placedMail: OrderMail = async (order, reader) => {
  // Loaded when it is needed: the web process knows of this handler and leaves it to the worker.
  const { OrderConfirmation } = await import("#emails/order-confirmation.tsx");
  return {
    id: `order.${order.id}.placed.v1`,
    to: reader.to,
    subject: orderSubject(order),
    body: createElement(OrderConfirmation, orderMailProps(order, reader)),
  };
};
