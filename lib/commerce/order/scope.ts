import { type Context, requireShopper } from "#lib/platform/context.ts";
import { Prisma } from "#lib/platform/db.ts";

/**
 * The orders ("order" o) that the caller may see: shoppers their own, programs and the shop itself all. @throws
 * unauthenticated without a session
 */
export function visibleOrders(ctx: Context): Prisma.Sql {
  if (ctx.actor.type === "api-client" || ctx.actor.type === "shop") return Prisma.sql`true`;
  return Prisma.sql`o.user_id = ${requireShopper(ctx).userId}::uuid`;
}
