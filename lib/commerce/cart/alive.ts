import { now } from "#lib/platform/clock.ts";
import { Prisma } from "#lib/platform/db.ts";

/**
 * Whether a cart ("cart c") has not run its time: after as many days without a change as it was given it is gone,
 * also before the sweeper comes by. One that was ordered stays with its order.
 */
export function isAlive(): Prisma.Sql {
  return Prisma.sql`(c.status = 'ordered' or c.updated_at > ${now()}::timestamptz - make_interval(days => c.expires_after_days))`;
}
