import type { Order } from "#lib/commerce/order/index.ts";
import { renderMail } from "#lib/mail/send-mail.ts";
import { newId } from "#lib/platform/ids.ts";
import { guestOrderMail } from "../guest-order-mail.ts";

export const lookupUrl = "http://localhost:3000/order-status";
export const statusUrl = `${lookupUrl}/Zk3vQ0b8xT1mYw7LrN5cPq2eHs9uJdFaGiKoXzVtBnM`;

/** The mail that confirms a guest's order, as HTML and text. */
export async function rendered(order: Order) {
  const to = { name: order.contactName, address: "maren@example.com" };
  const event = { id: newId(), type: "order.placed", orderId: order.id } as const;
  const mail = await guestOrderMail(order, { audience: "guest", to, url: statusUrl }, event);
  if (!mail) throw new Error("No mail was written");
  return { mail, ...(await renderMail(mail)) };
}
