import type { Order, OrderStatus, PaymentStatus, ShipmentState } from "#lib/commerce/order/index.ts";

// The dialect's order states. Where one of them covers two of ours, filters find both.

export const orderStates = {
  pending: "Open",
  confirmed: "Confirmed",
  fulfilled: "Confirmed",
  delivered: "Complete",
  cancelled: "Cancelled",
} as const satisfies Record<OrderStatus, string>;

export const shipmentStates = {
  pending: "Pending",
  ready: "Ready",
  delayed: "Delayed",
  backorder: "Backorder",
  canceled: "Canceled",
  partial: "Partial",
  shipped: "Shipped",
  delivered: "Delivered",
} as const satisfies Record<ShipmentState, string>;

export const paymentStates = {
  pending: "Pending",
  authorized: "BalanceDue",
  paid: "Paid",
  declined: "Failed",
  voided: "Failed",
  refunded: "CreditOwed",
} as const satisfies Record<PaymentStatus, string>;

/** The states of an order in the words of commercetools. */
export function statesOf({ status, shipmentState, paymentStatus }: Order) {
  return {
    orderState: orderStates[status],
    shipmentState: shipmentStates[shipmentState],
    paymentState: paymentStates[paymentStatus],
  };
}
