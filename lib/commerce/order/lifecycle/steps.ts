import { releaseDiscountUses } from "#lib/commerce/discount/index.ts";
import { takeBackPoints } from "#lib/commerce/rewards/index.ts";
import { now } from "#lib/platform/clock.ts";
import type { TransactionContext } from "#lib/platform/context.ts";
import type { Prisma } from "#lib/platform/database/db.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { type FulfillmentStatus, isCancellable, type Order, type ShipmentState } from "../order.ts";
import { recordStatus } from "../payment/change-payment.ts";
import type { OrderStep, Progress } from "../update-order.ts";
import { returnStock } from "./return-stock.ts";

/** Confirms the order: it was reviewed, or paid. */
export const confirm: OrderStep = async (_ctx, order) => {
  if (order.status === "confirmed") return null;
  if (order.status !== "pending") throw cannot(order, "confirmed");
  return { changed: { status: "confirmed" }, events: [{ type: "order.confirmed" }] };
};

/** Completes the order: everything was delivered. */
export const complete: OrderStep = async (_ctx, order) => {
  if (order.status === "delivered") return null;
  if (order.status === "cancelled") throw cannot(order, "completed");
  const changed = {
    status: "delivered",
    fulfillmentStatus: "delivered",
    shipmentState: "delivered",
  } as const;
  return { changed, events: [{ type: "order.delivered" }] };
};

/**
 * Cancels the order: stock, coupon uses and reward points are returned. Unpaid money is no longer awaited; what a
 * provider holds stays recorded until the provider has released it (see tendPayment).
 * @throws order_not_cancellable once something has been shipped
 */
export const cancel: OrderStep = async (ctx, order) => {
  if (order.status === "cancelled") return null;
  if (!isCancellable(order)) {
    throw new DomainError("order_not_cancellable", "This order can no longer be cancelled");
  }
  await returnStock(ctx, order.lines);
  await releaseDiscountUses(ctx, order.id);
  await takeBackPoints(ctx, order.id);
  const paymentStatus = (await isUnpaid(ctx, order)) ? "voided" : order.paymentStatus;
  if (paymentStatus === "voided") await recordStatus(ctx, order, paymentStatus);
  await ctx.tx.payment.updateMany({
    where: { orderId: order.id, ...held },
    data: { dueAt: now(), looks: 0 },
  });
  return {
    changed: { status: "cancelled", paymentStatus, cancelledAt: now() },
    events: [{ type: "order.cancelled" }],
  };
};

const stages: FulfillmentStatus[] = ["unfulfilled", "partially_fulfilled", "fulfilled", "delivered"];

/** The shipment state for each stage. Other states have no stage. */
const words = {
  unfulfilled: "pending",
  partially_fulfilled: "partial",
  fulfilled: "shipped",
  delivered: "delivered",
} as const satisfies Record<FulfillmentStatus, ShipmentState>;

/**
 * Sets the merchant's shipment state. A later stage advances the order; no state reverts it for its shopper.
 * @throws bad_request for a cancelled order, whose shipment was called off
 */
export function changeShipment(shipmentState: ShipmentState): OrderStep {
  return async (_ctx, order) => {
    if (order.shipmentState === shipmentState) return null;
    if (order.status === "cancelled" && shipmentState !== "canceled" && shipmentState !== "pending") {
      throw cannot(order, shipmentState);
    }
    const ahead = stages.slice(stages.indexOf(order.fulfillmentStatus) + 1);
    const reached = ahead.find((stage) => words[stage] === shipmentState);
    return reached ? advance(order, reached) : { changed: { shipmentState } };
  };
}

/** Advances the fulfilment to a stage, never back, and never for a cancelled order. @throws bad_request */
export function advance(order: Order, to: FulfillmentStatus): Progress {
  if (order.fulfillmentStatus === to) return null;
  const isBackwards = stages.indexOf(to) < stages.indexOf(order.fulfillmentStatus);
  if (order.status === "cancelled" || isBackwards) throw cannot(order, to);
  const reached = { fulfillmentStatus: to, shipmentState: words[to] };
  if (to === "delivered")
    return { changed: { ...reached, status: to }, events: [{ type: "order.delivered" }] };
  const status = to === "fulfilled" ? to : order.status;
  return { changed: { ...reached, status }, events: [{ type: "order.shipped" }] };
}

/** Payments with money at a provider. Money that came without a provider is returned without one. */
const held: Prisma.PaymentWhereInput = {
  reference: { not: null },
  state: { in: ["authorized", "captured", "disputed"] },
};

/** Whether nothing was paid and no provider holds money. */
async function isUnpaid({ tx }: TransactionContext, order: Order): Promise<boolean> {
  if (order.paymentStatus !== "pending" && order.paymentStatus !== "declined") return false;
  return (await tx.payment.count({ where: { orderId: order.id, ...held } })) === 0;
}

function cannot(order: Order, what: string): DomainError {
  return new DomainError("bad_request", `An order that is ${order.status} cannot be ${what}.`);
}
