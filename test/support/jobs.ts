import type { EventType } from "#lib/events/index.ts";
import { workersWoken } from "#lib/events/insert-jobs.ts";
import { db, pool } from "#lib/platform/database/db.ts";

/** How many events of this type were queued for the order. Each counts once, regardless of its subscribers. */
export async function countJobs(type: EventType, orderId: string): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    select count(distinct data ->> 'id')::int as count from pgboss.job
    where data ->> 'type' = ${type} and data ->> 'orderId' = ${orderId}`;
  return row?.count ?? 0;
}

/**
 * Wakes the workers of jobs that are due again, as the next event would, so that a test does not wait for their poll.
 */
export async function wakeForRetries(): Promise<void> {
  await pool.query(
    `with inserted as (select name from pgboss.job where state = 'retry' and start_after <= pgboss.job_now())
     ${workersWoken}`,
  );
}
