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

/**
 * Cancels orders that were not paid within UNPAID_ORDER_DAYS, each in its own transaction. Orders that are paid,
 * confirmed or shipped meanwhile are left alone. Idempotent, and safe to run concurrently. Returns the number of
 * cancelled orders.
 */
export async function expireUnpaidOrders(batchSize = 500): Promise<number> {
  let expired = 0;
  // In batches to the end, so that orders which cannot be cancelled hold up no others.
  for (let after = ""; ; ) {
    const ids = await overdue(after, batchSize);
    for (const id of ids) if (await isExpired(id)) expired += 1;
    const last = ids.at(-1);
    if (!last || ids.length < batchSize) break;
    after = last;
  }
  if (expired > 0) log.info({ expired }, "unpaid orders cancelled");
  return expired;
}

async function overdue(after: string, batchSize: number): Promise<string[]> {
  const orders = await db.order.findMany({
    where: {
      status: "pending",
      paymentStatus: "pending",
      fulfillmentStatus: "unfulfilled",
      total: { gt: 0 },
      placedAt: { lte: new Date(now().getTime() - env.UNPAID_ORDER_DAYS * dayMs) },
      ...(after && { id: { gt: after } }),
    },
    orderBy: { id: "asc" },
    take: batchSize,
    select: { id: true },
  });
  return orders.map(({ id }) => id);
}

async function isExpired(id: string): Promise<boolean> {
  try {
    return (await moveOrder(asShop, { id }, [expire])).status === "cancelled";
  } catch (err) {
    // The others go on; the next run retries this one.
    log.error({ orderId: id, err }, "unpaid order was not cancelled");
    return false;
  }
}

/** Checks again under the order's lock: it may have been paid since it was found. */
const expire: OrderStep = async (ctx, order) => {
  const until = payBy(order);
  if (until === null || new Date(until) > now() || !isCancellable(order)) return null;
  const cancelled = await cancel(ctx, order);
  return cancelled && { ...cancelled, events: [{ type: "order.expired" }, { type: "order.cancelled" }] };
};
