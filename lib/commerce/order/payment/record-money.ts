import { type Facts, type KeptAttempt, type Moved, mergeFacts } from "#lib/commerce/payment/index.ts";
import type { EventType } from "#lib/events/index.ts";
import { now } from "#lib/platform/clock.ts";
import { asShop, inTransaction, type TransactionContext } from "#lib/platform/context.ts";
import { log } from "#lib/platform/log/log.ts";
import { moveOrder } from "../lifecycle/move-order.ts";
import type { Order } from "../order.ts";
import type { OrderStep } from "../update-order.ts";
import { paymentStatusOf } from "./payment-status.ts";

/**
 * Records a provider's facts about a payment and, if there is an order, the changes in the order and its history. Older
 * facts change nothing. `refundId` is the refund that the facts answer. A refund that failed is for an operator to
 * settle: it is not repeated, because it would most likely fail again.
 */
export async function recordMoney(
  attempt: KeptAttempt,
  facts: Facts,
  refundId: string | null = null,
): Promise<void> {
  const failed: number[] = [];
  if (attempt.orderId === null) {
    failed.push(await inTransaction(asShop, (inside) => recordReturn(inside, attempt.id, facts, refundId)));
  } else {
    await moveOrder(asShop, { id: attempt.orderId }, [moneyMoved(attempt.id, facts, refundId, failed)]);
  }
  if (failed.some((amount) => amount > 0))
    log.error(
      { paymentId: attempt.id, orderId: attempt.orderId },
      "a refund has failed; an operator has to act",
    );
}

/**
 * Records the facts about a payment without an order, all of which is returned. Returns the amount that failed to be
 * refunded.
 */
async function recordReturn(
  ctx: TransactionContext,
  paymentId: string,
  facts: Facts,
  refundId: string | null,
): Promise<number> {
  const { before, after, failed } = await mergeFacts(ctx, paymentId, facts, refundId);
  if (after.captured > before.captured)
    await ctx.tx.payment.updateMany({ where: { id: paymentId, dueAt: null }, data: { dueAt: now() } });
  return failed;
}

function moneyMoved(paymentId: string, facts: Facts, refundId: string | null, failed: number[]): OrderStep {
  return async (ctx, order) => {
    const moved = await mergeFacts(ctx, paymentId, facts, refundId);
    failed.push(moved.failed);
    const events = eventsOf(moved);
    const paymentStatus = (await isPaidOtherwise(ctx, order, { paymentId, ...moved.after }))
      ? order.paymentStatus
      : paymentStatusOf(moved.after);
    if (events.length === 0 && paymentStatus === order.paymentStatus) return null;
    return { changed: { paymentStatus }, events };
  };
}

/** Whether this payment has no money and another one of the order has: an order's status then is not this one's. */
async function isPaidOtherwise(
  { tx }: TransactionContext,
  { id: orderId }: Order,
  { paymentId, captured }: { paymentId: string; captured: number },
): Promise<boolean> {
  if (captured > 0) return false;
  return (await tx.payment.count({ where: { orderId, id: { not: paymentId }, captured: { gt: 0 } } })) > 0;
}

type Entry = { type: EventType; amount?: number };

function eventsOf({ before, after, failed, disputes }: Moved): Entry[] {
  const returned = after.refunded - before.refunded;
  const entries: (Entry | false)[] = [
    after.captured > before.captured && { type: "order.paid" },
    returned > 0 && { type: "order.refunded", amount: returned },
    failed > 0 && { type: "order.refund_failed", amount: failed },
    after.state === "disputed" && before.state !== "disputed" && { type: "order.disputed" },
    disputes.some(({ state }) => state === "won") && { type: "order.dispute_won" },
    disputes.some(({ state }) => state === "lost") && { type: "order.dispute_lost" },
  ];
  return entries.filter((each) => each !== false);
}
