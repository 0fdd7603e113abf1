import type { Order } from "#lib/commerce/order/index.ts";
import type { OrderEvent } from "#lib/events/index.ts";
import type { Mail } from "#lib/mail/send-mail.ts";

/** Who is told of an order, and where the mail leads. */
export type OrderReader = {
  /** Decides which words are said around the order. */
  audience: "guest" | "account";
  to: Mail["to"];
  /** Opens the order for this reader. */
  url: string;
};

/** Writes the mail about an event; null when there is nothing to say. Asked again, it writes the same mail under the same id. */
export type OrderMail = (order: Order, reader: OrderReader, event: OrderEvent) => Promise<Mail | null>;
