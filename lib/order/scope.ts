import { type Context, requireShopper } from "#lib/context.ts";
import { Prisma } from "#lib/db.ts";

/** Which orders ("order" o) the caller may see: a shopper his own, a program all. @throws unauthenticated for nobody */
export function visibleOrders(ctx: Context): Prisma.Sql {
  if (ctx.actor.type === "api-client") return Prisma.sql`true`;
  return Prisma.sql`o.user_id = ${requireShopper(ctx).userId}::uuid`;
}
