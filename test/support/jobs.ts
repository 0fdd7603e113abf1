import type { EventType } from "#lib/events/index.ts";
import { db } from "#lib/platform/db.ts";

/** How many events of this type were queued for the order. Each counts once, regardless of its subscribers. */
export async function countJobs(type: EventType, orderId: string): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    select count(distinct data ->> 'id')::int as count from pgboss.job
    where data ->> 'type' = ${type} and data ->> 'orderId' = ${orderId}`;
  return row?.count ?? 0;
}
