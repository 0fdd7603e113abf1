import { now } from "#lib/platform/clock.ts";
import type { TransactionContext } from "#lib/platform/context.ts";
import { Prisma } from "#lib/platform/database/db.ts";
import { newId } from "#lib/platform/ids.ts";
import { type EventType, eventSchema } from "./events.ts";
import { jobsInserted, workersWoken } from "./insert-jobs.ts";

export type NewEvent = {
  type: EventType;
  orderId: string;
  /** The owner of the order at that time. */
  userId: string;
  /** Of money that moved, in minor units of the order's currency. */
  amount?: number;
  shipmentId?: string;
  /** Defaults to now. */
  at?: Date;
};

/**
 * Writes events into the orders' histories and queues a job for each subscribed handler, in one statement of the
 * context's transaction: both happen if, and only if, it commits.
 */
export async function recordEvents(ctx: TransactionContext, events: readonly NewEvent[]): Promise<void> {
  if (events.length === 0) return;
  const { recorded, woken } = eventParts(events);
  await ctx.tx.$executeRaw`with ${recorded} ${woken}`;
}

/**
 * The same as parts of a larger statement: `recorded` are common table expressions, `woken` is the select that notifies
 * the workers. `going` names an earlier expression of at most one row; without a row nothing is recorded.
 */
export function eventParts(events: readonly NewEvent[], going?: Prisma.Sql) {
  const at = now();
  const rows = events.map(({ userId, amount = null, at: happenedAt = at, ...event }) => {
    const job = eventSchema.parse({ id: newId(), ...event });
    return { ...job, userId, amount, at: happenedAt, job };
  });
  const recorded = Prisma.sql`event as (
      select e.* from ${going ? Prisma.sql`${going},` : Prisma.empty} jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as e (id uuid, type text, "orderId" uuid, "userId" uuid, amount bigint, at timestamptz, job jsonb)
    ),
    entry as (
      insert into order_event (id, order_id, user_id, type, amount, at)
      select id, "orderId", "userId", type, amount, at from event
    ),
    ${Prisma.raw(jobsInserted)}`;
  return { recorded, woken: Prisma.raw(workersWoken) };
}
