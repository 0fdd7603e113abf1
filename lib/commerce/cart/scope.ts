import type { Context } from "#lib/platform/context.ts";
import { Prisma } from "#lib/platform/database/db.ts";
import { isAlive } from "./alive.ts";

/** The carts ("cart c") that the caller may see: shoppers their own, programs all, others none. */
export function visibleCarts({ actor }: Context): Prisma.Sql {
  if (actor.type === "api-client") return isAlive();
  if (actor.type === "none" || actor.type === "shop") return Prisma.sql`false`;
  return Prisma.sql`${isAlive()} and c.user_id = ${actor.userId}::uuid`;
}
