import { type Context, requireShopper } from "#lib/platform/context.ts";
import { Prisma } from "#lib/platform/db.ts";

/** Which orders ("order" o) the caller may see: a shopper their own, a program and the shop itself all. @throws unauthenticated for nobody */
export function visibleOrders(ctx: Context): Prisma.Sql {
  if (ctx.actor.type === "api-client" || ctx.actor.type === "shop") return Prisma.sql`true`;
  return Prisma.sql`o.user_id = ${requireShopper(ctx).userId}::uuid`;
}
