import { db } from "#lib/db.ts";
import type { EventName } from "#lib/events/index.ts";

/** How many deliveries of an event about this order wait in the queue, or waited. */
export async function countJobs(event: EventName, orderId: string): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from pgboss.job where name = ${event} and data ->> 'orderId' = ${orderId}`;
  return row?.count ?? 0;
}
