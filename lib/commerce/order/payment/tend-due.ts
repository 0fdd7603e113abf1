import { now } from "#lib/platform/clock.ts";
import { db } from "#lib/platform/database/db.ts";
import { log } from "#lib/platform/log/log.ts";
import { tendPayment } from "./tend-payment.ts";

const batchSize = 20;
const firstWaitSeconds = 60;
const longestWaitSeconds = 6 * 3_600;

/**
 * Tends every payment that is due. Each is first rescheduled, with doubling intervals, so that it comes up again, ever
 * more rarely, if its provider is down or the worker crashes; an open one comes up when its time runs out. Idempotent,
 * and safe to run concurrently. Returns the number of payments.
 */
export async function tendDuePayments(): Promise<number> {
  let tended = 0;
  for (;;) {
    const ids = await claim();
    await Promise.all(ids.map(tend));
    tended += ids.length;
    if (ids.length < batchSize) return tended;
  }
}

/**
 * Tends the payments of an order that has changed: an authorization may have to be captured now, or a capture refunded.
 * @throws if that failed for one of them; the worker keeps retrying
 */
export async function tendOrder({ orderId }: { orderId: string }): Promise<void> {
  await db.payment.updateMany({
    where: { orderId, state: "authorized", dueAt: null },
    data: { dueAt: now() },
  });
  const due = await db.payment.findMany({ where: { orderId, dueAt: { not: null } }, select: { id: true } });
  const results = await Promise.allSettled(due.map(({ id }) => tendPayment(id)));
  const failures = results.flatMap((result) => (result.status === "rejected" ? [result.reason] : []));
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} payment(s) are still due`);
}

async function tend(id: string): Promise<void> {
  await tendPayment(id).catch((err) => {
    log.error({ paymentId: id, err }, "payment could not be tended; it will be retried");
  });
}

async function claim(): Promise<string[]> {
  const at = now();
  const rows = await db.$queryRaw<{ id: string }[]>`
    update payment set looks = looks + 1, due_at = ${at}::timestamptz + least(
      make_interval(secs => least(${firstWaitSeconds} * power(2, least(looks, 20)), ${longestWaitSeconds})),
      case when state in ('started', 'redirected') and expires_at > ${at} then expires_at - ${at}::timestamptz end)
    where id in (select id from payment where due_at <= ${at} order by due_at limit ${batchSize} for update skip locked)
    returning id`;
  return rows.map(({ id }) => id);
}
