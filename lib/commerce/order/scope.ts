import type { ContextOf, Shopper } from "#lib/platform/context.ts";
import { Prisma } from "#lib/platform/database/db.ts";

/** The context of a caller who can see orders. */
export type OrderContext = ContextOf<Shopper["type"] | "api-client" | "shop">;

/** The orders ("order" o) that the caller may see: shoppers their own, programs and the shop itself all. */
export function visibleOrders({ actor }: OrderContext): Prisma.Sql {
  if (actor.type === "api-client" || actor.type === "shop") return Prisma.sql`true`;
  return Prisma.sql`o.user_id = ${actor.userId}::uuid`;
}
