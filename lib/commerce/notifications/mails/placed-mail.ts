import { createElement } from "react";
import type { OrderMail } from "./order-mail.ts";
import { orderMailId, orderMailProps, orderSubject } from "./order-mail-props.ts";

/** The confirmation of a placed order; of a cancelled one, that it is cancelled. */
export const placedMail: OrderMail = async (order, reader) => {
  // Loaded on demand: only the worker runs this handler.
  const { OrderConfirmation } = await import("#emails/order-confirmation.tsx");
  return {
    id: orderMailId(order, "placed"),
    to: reader.to,
    subject: orderSubject(order),
    body: createElement(OrderConfirmation, orderMailProps(order, reader)),
  };
};
