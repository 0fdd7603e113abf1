import { now } from "#lib/platform/clock.ts";
import { Prisma } from "#lib/platform/database/db.ts";

/**
 * Whether a cart ("cart c") has not expired. It expires after its number of days without a change, even before
 * housekeeping deletes it. An ordered cart is kept with its order.
 */
export function isAlive(): Prisma.Sql {
  return Prisma.sql`(c.status = 'ordered' or c.updated_at > ${now()}::timestamptz - make_interval(days => c.expires_after_days))`;
}
