import {
  addShipment,
  cancel,
  changePayment,
  changeShipment,
  complete,
  confirm,
  type OrderStep,
  trackShipment,
} from "#lib/commerce/order/index.ts";
import { isDomainError } from "#lib/platform/errors.ts";
import { invalidInput, invalidOperation } from "../http/refusal.ts";
import { type ByAction, byAction } from "../wire/by-action.ts";
import type { OrderAction, Parcel } from "./schemas.ts";

type Of<A extends OrderAction["action"]> = Extract<OrderAction, { action: A }>;

const orderSteps: Record<Of<"changeOrderState">["orderState"], OrderStep> = {
  Open: async (_ctx, order) => {
    if (order.status === "pending") return null;
    throw invalidOperation("An order does not become open again.");
  },
  Confirmed: confirm,
  Complete: complete,
  Cancelled: cancel,
};

const shipments = {
  Pending: "pending",
  Ready: "ready",
  Delayed: "delayed",
  Backorder: "backorder",
  Canceled: "canceled",
  Partial: "partial",
  Shipped: "shipped",
  Delivered: "delivered",
} as const satisfies Record<Of<"changeShipmentState">["shipmentState"], string>;

const payments = {
  Pending: "pending",
  BalanceDue: "authorized",
  Paid: "paid",
  Failed: "declined",
  CreditOwed: "refunded",
} as const satisfies Record<Of<"changePaymentState">["paymentState"], string>;

const steps: ByAction<OrderAction, OrderStep> = {
  changeOrderState: ({ orderState }) => orderSteps[orderState],
  changeShipmentState: ({ shipmentState }) => changeShipment(shipments[shipmentState]),
  changePaymentState: ({ paymentState }) => changePayment(payments[paymentState]),
  addDelivery: ({ items, parcels }) => {
    const [first, ...others] = parcels ?? [];
    if (others.length > 0) throw invalidInput("A delivery has one parcel here. Add a delivery for each.");
    const lines = (items ?? []).map(({ id, quantity }) => ({ lineId: id, quantity }));
    return addShipment({ lines, tracking: first ? trackingOf(first) : null });
  },
  addParcelToDelivery: ({ deliveryId, ...parcel }) => {
    return trackShipment({ shipmentId: deliveryId, tracking: trackingOf(parcel) });
  },
};

/** The step of an update action. If the action refers to something that the order lacks, the request is invalid. */
export function stepFor(action: OrderAction): OrderStep {
  const step = byAction(steps, action);
  return async (ctx, order) => {
    try {
      return await step(ctx, order);
    } catch (error) {
      if (!isDomainError(error, "not_found")) throw error;
      throw invalidOperation(`${action.action}: ${error.message}.`);
    }
  };
}

/** @throws Refusal for a parcel without tracking */
function trackingOf({ trackingData }: Parcel) {
  if (!trackingData?.trackingId) {
    throw invalidInput("A parcel without trackingId adds no information.");
  }
  return { carrier: trackingData.carrier ?? "", trackingNumber: trackingData.trackingId };
}
