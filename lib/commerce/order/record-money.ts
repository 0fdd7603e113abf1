import type { Facts, KeptAttempt } from "#lib/commerce/payment/index.ts";
import type { EventType } from "#lib/events/index.ts";
import { now } from "#lib/platform/clock.ts";
import type { Context } from "#lib/platform/context.ts";
import { formatOf } from "#lib/platform/i18n/locale.ts";
import { formatMoney } from "#lib/platform/money.ts";
import { moveOrder } from "./move-order.ts";
import { paymentStatusOf } from "./payment-status.ts";
import type { OrderStep } from "./update-order.ts";

/**
 * Records a provider's facts about an order's payment, and the changes in the order and its history. Older facts change
 * nothing. `refundId` is the refund that the facts answer.
 */
export async function recordMoney(
  ctx: Context,
  attempt: KeptAttempt,
  facts: Facts,
  refundId: string | null = null,
): Promise<void> {
  if (attempt.orderId === null) return;
  await moveOrder({ ...ctx, actor: { type: "shop" } }, { id: attempt.orderId }, [
    moneyMoved(attempt.id, facts, refundId),
  ]);
}

function moneyMoved(paymentId: string, facts: Facts, refundId: string | null): OrderStep {
  return async (ctx, order) => {
    const before = await moneyOf(ctx, paymentId);
    await mergeFacts(ctx, paymentId, facts, refundId);
    const after = await moneyOf(ctx, paymentId);
    const returned = after.refunded - before.refunded;
    const events: { type: EventType; note?: string }[] = [
      ...(after.captured > before.captured ? [{ type: "order.paid" } as const] : []),
      ...(returned > 0
        ? [
            {
              type: "order.refunded",
              note: formatMoney(returned, order.currency, formatOf(order.locale)),
            } as const,
          ]
        : []),
      ...(after.state === "disputed" && before.state !== "disputed"
        ? [{ type: "order.disputed" } as const]
        : []),
    ];
    const paymentStatus = paymentStatusOf(after);
    if (events.length === 0 && paymentStatus === order.paymentStatus) return null;
    return { changed: { paymentStatus }, events };
  };
}

type Inside = Parameters<OrderStep>[0];
type Money = Pick<Facts, "captured" | "refunded"> & { state: Facts["state"] };

/** The recorded facts of a payment, locked. */
async function moneyOf({ tx }: Inside, paymentId: string): Promise<Money> {
  const [row] = await tx.$queryRaw<Money[]>`
    select case when state in ('started', 'redirected') then 'open' else state::text end as state,
      captured::float8 as captured, refunded::float8 as refunded
    from payment where id = ${paymentId}::uuid for update`;
  if (!row) throw new Error("A payment of an order is never deleted");
  return row;
}

/**
 * Merges facts in any order: a payment never returns to an earlier state, and completed refunds count however late they
 * are reported.
 */
export async function mergeFacts(
  { tx }: Inside,
  paymentId: string,
  facts: Facts,
  refundId: string | null,
): Promise<void> {
  if (refundId)
    await tx.refund.updateMany({ where: { id: refundId, doneAt: null }, data: { doneAt: now() } });
  await tx.$executeRaw`
    update payment set
      state = greatest(state, ${facts.state}::attempt_state),
      captured = greatest(captured, ${facts.captured}),
      refunded = least(greatest(captured, ${facts.captured}), greatest(refunded, ${facts.refunded},
        (select coalesce(sum(amount), 0) from refund where payment_id = payment.id and done_at is not null))),
      reference = coalesce(${facts.reference}, reference), updated_at = ${now()}
    where id = ${paymentId}::uuid`;
}
