import type { Order } from "#lib/commerce/order/index.ts";

type Known = Pick<Order, "status" | "paymentStatus" | "fulfillmentStatus">;

/** Whether the money is with us, or a provider holds it for us. */
export function isMoneyThere({ paymentStatus }: Pick<Order, "paymentStatus">): boolean {
  return paymentStatus === "paid" || paymentStatus === "authorized";
}

/** Which words of shop.order.status say how far an order is. An order may wait although its money is there. */
export function statusWord({
  status,
  paymentStatus,
  fulfillmentStatus,
}: Known): Order["status"] | "received" | "partly" {
  if (status !== "pending" && status !== "confirmed") return status;
  if (fulfillmentStatus === "partially_fulfilled") return "partly";
  return status === "pending" && isMoneyThere({ paymentStatus }) ? "received" : status;
}

/** Which words of shop.order.statusLead do: what a cancelled order says depends on where the money is. */
export function statusLeadWord(
  order: Known,
): ReturnType<typeof statusWord> | "cancelledPaid" | "cancelledRefunded" {
  const word = statusWord(order);
  if (word !== "cancelled") return word;
  if (order.paymentStatus === "paid") return "cancelledPaid";
  return order.paymentStatus === "refunded" ? "cancelledRefunded" : word;
}
