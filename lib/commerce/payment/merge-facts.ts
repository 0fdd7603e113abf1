import { now } from "#lib/platform/clock.ts";
import type { TransactionContext } from "#lib/platform/context.ts";
import { type AttemptState, attemptStates } from "./attempt.ts";
import { type Disputes, disputesFrom } from "./disputes.ts";
import { mergeRefunds } from "./merge-refunds.ts";
import type { DisputeFact, Facts } from "./provider.ts";

/** What is recorded of a payment's money, in minor units. */
export type Money = { state: AttemptState; captured: number; refunded: number };

/** What facts have changed. */
export type Moved = {
  before: Money;
  after: Money;
  /** What has failed to be refunded since, in minor units. */
  failed: number;
  /** Disputes that began or ended since. */
  disputes: DisputeFact[];
};

/**
 * Merges a provider's facts into a payment, in any order: the payment, each of its refunds and each dispute never
 * return to an earlier state. `answered` is the refund that the facts answer. Locks the payment until the transaction
 * ends.
 */
export async function mergeFacts(
  { tx }: TransactionContext,
  paymentId: string,
  facts: Facts,
  answered: string | null = null,
): Promise<Moved> {
  await tx.$queryRaw`select 1 from payment where id = ${paymentId}::uuid for update`;
  const row = await tx.payment.findUniqueOrThrow({ where: { id: paymentId } });
  const before = { state: row.state, captured: Number(row.captured), refunded: Number(row.refunded) };
  const refunds = await mergeRefunds(tx, paymentId, facts.refunds ?? null, answered);
  const known = disputesFrom(row.disputes);
  const news = (facts.disputes ?? []).filter(({ id, state }) => isNews(known[id], state));
  const disputes = { ...known, ...Object.fromEntries(news.map(({ id, state }) => [id, state])) };
  const after = moneyAfter(before, facts, { returned: refunds.done, disputes });
  const reference = facts.reference ?? row.reference;
  const isMoved = after.state !== before.state || after.captured !== before.captured;
  if (
    isMoved ||
    after.refunded !== before.refunded ||
    refunds.isChanged ||
    news.length > 0 ||
    reference !== row.reference
  )
    await tx.payment.update({
      where: { id: paymentId },
      data: { ...after, reference, disputes, version: { increment: 1 }, updatedAt: now() },
    });
  // Until it is done or has failed, in case its provider does not report that.
  if (refunds.isUnderWay)
    await tx.payment.updateMany({ where: { id: paymentId, dueAt: null }, data: { dueAt: now(), looks: 0 } });
  // Refunds that waited for the bank go on, or are dropped.
  if (news.some(({ state }) => state !== "open"))
    await tx.payment.updateMany({ where: { id: paymentId }, data: { dueAt: now(), looks: 0 } });
  return { before, after, failed: refunds.failed, disputes: news };
}

/** `returned` are the refunds that are done. */
function moneyAfter(
  before: Money,
  facts: Facts,
  { returned, disputes }: { returned: number; disputes: Disputes },
): Money {
  const captured = Math.max(before.captured, facts.captured);
  const given = facts.refunds ? returned : Math.max(before.refunded, facts.refunded, returned);
  const refunded = Math.min(captured, given);
  const told = facts.state === "open" ? "started" : facts.state;
  const reached = attemptStates.indexOf(told) > attemptStates.indexOf(before.state) ? told : before.state;
  if (captured === 0) return { state: reached, captured, refunded };
  const all = Object.values(disputes);
  const isDisputed = all.length > 0 ? all.some((state) => state !== "won") : reached === "disputed";
  const settled = refunded >= captured ? "refunded" : "captured";
  return { state: isDisputed ? "disputed" : settled, captured, refunded };
}

function isNews(known: DisputeFact["state"] | undefined, state: DisputeFact["state"]): boolean {
  return known === undefined || (known === "open" && state !== "open");
}
