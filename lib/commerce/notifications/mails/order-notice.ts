import { createElement } from "react";
import type { ActionMailProps } from "#emails/action-mail.tsx";
import type { Order } from "#lib/commerce/order/index.ts";
import type { Mail } from "#lib/mail/send-mail.ts";
import { orderAction, orderFrame } from "./order-frame.ts";
import type { OrderReader } from "./order-mail.ts";

type Notice = Omit<ActionMailProps, "frame" | "action" | "closing"> & {
  /** Its permanent name among the mails about the order: "expired". */
  name: string;
  subject: string;
  preheader: string;
  closing?: string[];
};

/** A mail with news about an order, and the button that opens it. */
export async function orderNotice(
  order: Order,
  reader: OrderReader,
  { name, subject, preheader, closing = [], ...content }: Notice,
): Promise<Mail> {
  // Loaded on demand: most requests send no mail.
  const { ActionMail } = await import("#emails/action-mail.tsx");
  const frame = orderFrame(order, reader, { title: subject, preheader });
  const body = createElement(ActionMail, { ...content, frame, action: orderAction(order, reader), closing });
  return { id: `order.${order.id}.${name}.v1`, to: reader.to, subject, body };
}
