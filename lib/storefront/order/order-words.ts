import type { Order } from "#lib/commerce/order/index.ts";

type Known = Pick<Order, "status" | "paymentStatus" | "fulfillmentStatus">;
type Money = Pick<Order, "balance" | "events">;

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
  order: Known & Money,
):
  | ReturnType<typeof statusWord>
  | "cancelledPaid"
  | "cancelledUnpaid"
  | "cancelledRefunded"
  | "cancelledUnreturned" {
  const word = statusWord(order);
  if (word !== "cancelled") return word;
  if (hasReturnFailed(order)) return "cancelledUnreturned";
  if (order.paymentStatus === "paid") return "cancelledPaid";
  if (order.paymentStatus === "refunded") return "cancelledRefunded";
  return order.events.some(({ type }) => type === "order.expired") ? "cancelledUnpaid" : word;
}

/**
 * The key in shop.order.events for an entry of the order's history: of several parcels, each says what it completes.
 */
export function eventWord(order: Known & Pick<Order, "events">, event: Order["events"][number]): string {
  if (event.type !== "order.shipped") return event.type;
  const parcels = order.events.filter(({ type }) => type === event.type);
  const isLast = parcels.at(-1) === event && statusWord(order) !== "partly";
  if (!isLast) return "order.shipped_part";
  return parcels.length > 1 ? "order.shipped_rest" : event.type;
}

/** Whether money came back to the shop when it was returned, and is not on its way again. */
function hasReturnFailed({ balance, events }: Money): boolean {
  const { paid, refunded, refunding } = balance;
  return paid > refunded + refunding && events.some(({ type }) => type === "order.refund_failed");
}
