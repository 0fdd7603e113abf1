import type { Context } from "#lib/platform/context.ts";
import { Prisma } from "#lib/platform/db.ts";
import { isAlive } from "./alive.ts";

/** Which carts ("cart c") the caller may see: a shopper his own, a program all, anybody else none. */
export function visibleCarts({ actor }: Context): Prisma.Sql {
  if (actor.type === "api-client") return isAlive();
  if (actor.type === "none" || actor.type === "shop") return Prisma.sql`false`;
  return Prisma.sql`${isAlive()} and c.user_id = ${actor.userId}::uuid`;
}
