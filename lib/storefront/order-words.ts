import type { Order } from "#lib/commerce/order/index.ts";

type Known = Pick<Order, "status" | "paymentStatus" | "fulfillmentStatus">;

/** Whether the order was paid or its payment authorized. */
export function isMoneyThere({ paymentStatus }: Pick<Order, "paymentStatus">): boolean {
  return paymentStatus === "paid" || paymentStatus === "authorized";
}

/** The key in shop.order.status for an order. An order may be pending although it is paid. */
export function statusWord({
  status,
  paymentStatus,
  fulfillmentStatus,
}: Known): Order["status"] | "received" | "partly" {
  if (status !== "pending" && status !== "confirmed") return status;
  if (fulfillmentStatus === "partially_fulfilled") return "partly";
  return status === "pending" && isMoneyThere({ paymentStatus }) ? "received" : status;
}

/** The key in shop.order.statusLead: for a cancelled order it depends on the state of its money. */
export function statusLeadWord(
  order: Known,
): ReturnType<typeof statusWord> | "cancelledPaid" | "cancelledRefunded" {
  const word = statusWord(order);
  if (word !== "cancelled") return word;
  if (order.paymentStatus === "paid") return "cancelledPaid";
  return order.paymentStatus === "refunded" ? "cancelledRefunded" : word;
}
