import { createElement } from "react";
import { env } from "#lib/env.ts";
import { type Mail, orderMailProps, orderSubject } from "#lib/mail/index.ts";
import type { Order } from "#lib/order/index.ts";

/** The confirmation that an account's owner gets; it leads to the order in the account. */
export async function orderMail(order: Order, recipient: { name: string; address: string }): Promise<Mail> {
  // Loaded when it is needed: the web process knows of this handler and leaves it to the worker.
  const { OrderConfirmation } = await import("#emails/order-confirmation.tsx");
  const url = `${env.STOREFRONT_URL}/account/orders/${order.id}`;
  const props = orderMailProps(order, { audience: "account", name: recipient.name, url });
  return {
    id: `order.${order.id}.placed.v1`,
    to: recipient,
    subject: orderSubject(order),
    body: createElement(OrderConfirmation, props),
  };
}
