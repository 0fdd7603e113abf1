import type { Order } from "#lib/commerce/order/index.ts";
import { statusWord } from "./order-words.ts";

/** The keys of shop.order.ahead. */
type StepAhead = "payment" | "sending" | "rest" | "arrival";

/** What is still to happen to an order, in order. Empty once it has arrived or was cancelled. */
export function stepsAhead(
  order: Pick<Order, "status" | "paymentStatus" | "fulfillmentStatus">,
): StepAhead[] {
  switch (statusWord(order)) {
    case "cancelled":
    case "delivered":
      return [];
    case "fulfilled":
      return ["arrival"];
    case "partly":
      return ["rest", "arrival"];
    case "pending":
      return ["payment", "sending", "arrival"];
    default:
      return ["sending", "arrival"];
  }
}
