import { createElement } from "react";
import type { Mail } from "#lib/mail/index.ts";
import type { Order } from "#lib/order/index.ts";

export async function orderMail(order: Order, to: { name: string; address: string }): Promise<Mail> {
  return {
    id: `order.${order.id}.placed.v1`,
    to,
    subject: order.orderNumber,
    body: createElement("p", null, order.orderNumber),
  };
}
