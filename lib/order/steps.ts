import type { Context } from "#lib/context.ts";
import type { Transaction } from "#lib/db.ts";
import { releaseDiscountUses } from "#lib/discount/index.ts";
import { DomainError } from "#lib/errors.ts";
import { publish } from "#lib/events/index.ts";
import { type FulfillmentStatus, isCancellable, type Order, type PaymentStatus } from "./order.ts";
import { returnStock } from "./take-stock.ts";
import type { OrderEventType, OrderStep, Progress } from "./update-order.ts";

/** The order stands: somebody has looked at it, or its money is there. */
export const confirm: OrderStep = async (_ctx, order) => {
  if (order.status === "confirmed") return null;
  if (order.status !== "pending") throw cannot(order, "confirmed");
  return { changed: { status: "confirmed" }, event: "order.confirmed" };
};

/** Everything has arrived; nothing is left to do. */
export const complete: OrderStep = async (_ctx, order) => {
  if (order.status === "delivered") return null;
  if (order.status === "cancelled") throw cannot(order, "completed");
  return { changed: { status: "delivered", fulfillmentStatus: "delivered" }, event: "order.delivered" };
};

/**
 * The order is off: stock and coupon uses go back, the payment is let go once that is settled (see releasePayments).
 * @throws order_not_cancellable once something has been sent
 */
export const cancel: OrderStep = async (ctx, order) => {
  if (order.status === "cancelled") return null;
  if (!isCancellable(order)) {
    throw new DomainError("order_not_cancellable", "This order can no longer be cancelled");
  }
  const paymentStatus = order.paymentStatus === "paid" ? "refunded" : "voided";
  await returnStock(ctx, order.lines);
  await releaseDiscountUses(ctx, order.id);
  await writePayments(ctx, order, paymentStatus);
  await publish(ctx, "order.cancelled", { orderId: order.id });
  return {
    changed: { status: "cancelled", paymentStatus, cancelledAt: new Date() },
    event: "order.cancelled",
  };
};

const paymentEvents: Partial<Record<PaymentStatus, OrderEventType>> = {
  paid: "order.paid",
  refunded: "order.refunded",
};

/** Where the money is, as the merchant says. */
export function changePayment(paymentStatus: PaymentStatus): OrderStep {
  return async (ctx, order) => {
    if (order.paymentStatus === paymentStatus) return null;
    await writePayments(ctx, order, paymentStatus);
    const event = paymentEvents[paymentStatus];
    return event ? { changed: { paymentStatus }, event } : { changed: { paymentStatus } };
  };
}

/** How far the goods have got. Backwards it does not go, and a cancelled order does not go at all. */
export function changeFulfillment(fulfillmentStatus: FulfillmentStatus): OrderStep {
  return async (_ctx, order) => advance(order, fulfillmentStatus);
}

const stages: FulfillmentStatus[] = ["unfulfilled", "partially_fulfilled", "fulfilled", "delivered"];

/** @throws bad_request */
export function advance(order: Order, to: FulfillmentStatus): Progress {
  if (order.fulfillmentStatus === to) return null;
  const isBackwards = stages.indexOf(to) < stages.indexOf(order.fulfillmentStatus);
  if (order.status === "cancelled" || isBackwards) throw cannot(order, to);
  const delivered = { status: "delivered", fulfillmentStatus: to } as const;
  if (to === "delivered") return { changed: delivered, event: "order.delivered" };
  const status = to === "fulfilled" ? "fulfilled" : order.status;
  return { changed: { status, fulfillmentStatus: to }, event: "order.shipped" };
}

async function writePayments(
  ctx: Context & { tx: Transaction },
  { id }: Order,
  status: PaymentStatus,
): Promise<void> {
  await ctx.tx.payment.updateMany({ where: { orderId: id }, data: { status } });
}

function cannot(order: Order, what: string): DomainError {
  return new DomainError("bad_request", `An order that is ${order.status} cannot be ${what}.`);
}
