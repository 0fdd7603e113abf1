import { isCancellable, type Order } from "#lib/commerce/order/index.ts";

/** The key in account.order for the title of the page on which an order is cancelled. */
export function cancelTitleWord(order: Order): "cancelTitle" | "alreadyTitle" | "tooLateTitle" {
  if (isCancellable(order)) return "cancelTitle";
  return order.status === "cancelled" ? "alreadyTitle" : "tooLateTitle";
}
