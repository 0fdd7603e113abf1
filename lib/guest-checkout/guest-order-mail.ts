import { createElement } from "react";
import type { Mail } from "#lib/mail/index.ts";
import type { Order } from "#lib/order/index.ts";

export async function guestOrderMail(order: Order, address: string, statusUrl: string): Promise<Mail> {
  return {
    id: `order.${order.id}.confirmation.v1`,
    to: { name: order.contactName, address },
    subject: order.orderNumber,
    body: createElement("a", { href: statusUrl }, "View"),
  };
}
