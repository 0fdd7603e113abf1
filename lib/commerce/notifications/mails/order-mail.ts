import type { Order } from "#lib/commerce/order/index.ts";
import type { OrderEvent } from "#lib/events/index.ts";
import type { Mail } from "#lib/mail/send-mail.ts";

/** The recipient of a mail about an order, and the link in it. */
export type OrderReader = {
  /** Selects the wording. */
  audience: "guest" | "account";
  to: Mail["to"];
  /** Opens the order for this recipient. */
  url: string;
};

/** Writes the mail about an event; null if none is needed. Deterministic, with a stable id. */
export type OrderMail = (order: Order, reader: OrderReader, event: OrderEvent) => Promise<Mail | null>;
