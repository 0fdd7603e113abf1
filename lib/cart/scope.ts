import type { Context } from "#lib/context.ts";
import { Prisma } from "#lib/db.ts";

/** Which carts ("cart c") the caller may see: a shopper his own, a program all, anybody else none. */
export function visibleCarts({ actor }: Context): Prisma.Sql {
  if (actor.type === "api-client") return alive;
  if (actor.type === "none" || actor.type === "shop") return Prisma.sql`false`;
  return Prisma.sql`${alive} and c.user_id = ${actor.userId}::uuid`;
}

// A cart that has run its time is gone, also before the sweeper comes by.
const alive = Prisma.sql`(c.status = 'ordered' or c.updated_at > now() - make_interval(days => c.expires_after_days))`;
