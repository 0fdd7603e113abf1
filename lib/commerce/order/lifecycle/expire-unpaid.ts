import { now } from "#lib/platform/clock.ts";
import { asShop } from "#lib/platform/context.ts";
import { db } from "#lib/platform/database/db.ts";
import { env } from "#lib/platform/env.ts";
import { log } from "#lib/platform/log/log.ts";
import { isCancellable } from "../order.ts";
import type { OrderStep } from "../update-order.ts";
import { moveOrder } from "./move-order.ts";
import { payBy } from "./pay-by.ts";
import { cancel } from "./steps.ts";

const dayMs = 86_400_000;
const batchSize = 500;

/**
 * Cancels orders that were not paid within UNPAID_ORDER_DAYS, each in its own transaction. Orders that are paid,
 * confirmed or shipped meanwhile are left alone. Idempotent, and safe to run concurrently. Returns the number of
 * cancelled orders.
 */
export async function expireUnpaidOrders(): Promise<number> {
  const due = await db.order.findMany({
    where: {
      status: "pending",
      paymentStatus: "pending",
      fulfillmentStatus: "unfulfilled",
      total: { gt: 0 },
      placedAt: { lte: new Date(now().getTime() - env.UNPAID_ORDER_DAYS * dayMs) },
    },
    orderBy: { placedAt: "asc" },
    take: batchSize,
    select: { id: true },
  });
  let expired = 0;
  for (const { id } of due) {
    try {
      if ((await moveOrder(asShop, { id }, [expire])).status === "cancelled") expired += 1;
    } catch (err) {
      // The others go on; the next run retries this one.
      log.error({ orderId: id, err }, "unpaid order was not cancelled");
    }
  }
  if (expired > 0) log.info({ expired }, "unpaid orders cancelled");
  return expired;
}

/** Checks again under the order's lock: it may have been paid since it was found. */
const expire: OrderStep = async (ctx, order) => {
  const until = payBy(order);
  if (until === null || new Date(until) > now() || !isCancellable(order)) return null;
  const cancelled = await cancel(ctx, order);
  return cancelled && { ...cancelled, events: [{ type: "order.expired" }, { type: "order.cancelled" }] };
};
