import { type NewEvent, recordEvents } from "#lib/events/index.ts";
import { now } from "#lib/platform/clock.ts";
import { inTransaction, type TransactionContext } from "#lib/platform/context.ts";
import { versionConflict } from "#lib/platform/errors.ts";
import { getOrder, lockOrder, type OrderName } from "./get-order.ts";
import type { Order } from "./order.ts";
import type { OrderContext } from "./scope.ts";

type Changed = Partial<Pick<Order, "status" | "paymentStatus" | "fulfillmentStatus" | "shipmentState">> & {
  cancelledAt?: Date;
};

/** The changes and events of a step; null if there was nothing to do. */
export type Progress = { changed?: Changed; events?: readonly Omit<NewEvent, "orderId" | "userId">[] } | null;

/** A step in the life of an order. It writes related rows itself; the order's own row is written once for all steps. */
export type OrderStep = (ctx: TransactionContext, order: Order) => Promise<Progress>;

export type OrderUpdate = { order: OrderName; version: number; steps: readonly OrderStep[] };

/**
 * Applies steps to an order at a given version: all of them, in order, or none. Together they make one new version and
 * record their events; without changes the version stays.
 * @throws not_found, version_conflict, and the errors of the steps
 */
export function updateOrder(ctx: OrderContext, { order: name, version, steps }: OrderUpdate): Promise<Order> {
  return inTransaction(ctx, async (inside) => {
    await lockOrder(inside, name);
    const before = await getOrder(inside, name);
    if (before.version !== version) throw versionConflict(before.id, version, before.version);
    let order = before;
    const made: NonNullable<Progress>[] = [];
    for (const step of steps) {
      const progress = await step(inside, order);
      if (!progress) continue;
      made.push(progress);
      order = after(order, progress);
    }
    if (made.length === 0) return before;
    await record(inside, before, made);
    return getOrder(inside, { id: before.id });
  });
}

function after(order: Order, { changed = {} }: NonNullable<Progress>): Order {
  const { cancelledAt, ...statuses } = changed;
  return { ...order, ...statuses, cancelledAt: cancelledAt?.toISOString() ?? order.cancelledAt };
}

/** Writes the changes of all steps into the order's row, and their events into its history. */
async function record(
  ctx: TransactionContext,
  { id: orderId, userId }: Order,
  made: readonly NonNullable<Progress>[],
): Promise<void> {
  const changed: Changed = Object.assign({}, ...made.map((progress) => progress.changed));
  await ctx.tx.order.updateMany({
    where: { id: orderId },
    data: { ...changed, updatedAt: now(), version: { increment: 1 } },
  });
  const events = made.flatMap((progress) => progress.events ?? []);
  await recordEvents(
    ctx,
    events.map((event) => ({ ...event, orderId, userId })),
  );
}
