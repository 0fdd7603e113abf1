import { type NewEvent, recordEvents } from "#lib/events/index.ts";
import { now } from "#lib/platform/clock.ts";
import { type Context, inTransaction } from "#lib/platform/context.ts";
import type { Transaction } from "#lib/platform/db.ts";
import { versionConflict } from "#lib/platform/errors.ts";
import { getOrder, lockOrder, type OrderName } from "./get-order.ts";
import type { Order } from "./order.ts";

type Changed = Partial<Pick<Order, "status" | "paymentStatus" | "fulfillmentStatus" | "shipmentState">> & {
  cancelledAt?: Date;
};

/** What a step made of the order, and what happened by it; null when nothing had to be done. */
export type Progress = { changed?: Changed; events?: readonly Omit<NewEvent, "orderId" | "userId">[] } | null;

/** One step that moves an order along. It writes what belongs to the order; the order's own row is written once. */
export type OrderStep = (ctx: Context & { tx: Transaction }, order: Order) => Promise<Progress>;

export type OrderUpdate = { order: OrderName; version: number; steps: readonly OrderStep[] };

/**
 * Moves an order along as the caller saw it: all steps, in order, or none. Together they make one new version, and
 * what happened by them is recorded; when nothing changes, the version stays.
 * @throws not_found, version_conflict, and what the steps throw
 */
export function updateOrder(ctx: Context, { order: name, version, steps }: OrderUpdate): Promise<Order> {
  return inTransaction(ctx, async (inside) => {
    await lockOrder(inside, name);
    const before = await getOrder(inside, name);
    if (before.version !== version) throw versionConflict(before.id, version, before.version);
    let order = before;
    let isMoved = false;
    for (const step of steps) {
      const progress = await step(inside, order);
      if (!progress) continue;
      isMoved = true;
      order = await record(inside, order, progress);
    }
    if (!isMoved) return before;
    await inside.tx.order.updateMany({ where: { id: order.id }, data: { version: { increment: 1 } } });
    return getOrder(inside, { id: order.id });
  });
}

/** Writes one step's outcome into the order's row, and what happened into its history. */
async function record(
  ctx: Context & { tx: Transaction },
  order: Order,
  { changed = {}, events = [] }: NonNullable<Progress>,
): Promise<Order> {
  const { id: orderId, userId } = order;
  await ctx.tx.order.updateMany({ where: { id: orderId }, data: { ...changed, updatedAt: now() } });
  await recordEvents(
    ctx,
    events.map((event) => ({ ...event, orderId, userId })),
  );
  const { cancelledAt, ...statuses } = changed;
  return { ...order, ...statuses, cancelledAt: cancelledAt?.toISOString() ?? order.cancelledAt };
}
