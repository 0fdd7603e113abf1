import { countRows } from "#lib/platform/database/counts.ts";
import { Prisma } from "#lib/platform/database/db.ts";
import { rowsPlannedAnew } from "#lib/platform/database/rows.ts";
import type { Listing } from "#lib/platform/filter/index.ts";
import type { Order } from "./order.ts";
import { loadOrders } from "./queries.ts";
import { type OrderContext, visibleOrders } from "./scope.ts";

/**
 * A page of the orders that the caller may see. `total` counts all pages, if requested; above 1,000 it may be a minute
 * old.
 */
export async function searchOrders(
  ctx: OrderContext,
  listing: Listing,
): Promise<{ orders: Order[]; total?: number }> {
  const { where, orderBy, limit, offset } = listing;
  const which = Prisma.sql`where ${visibleOrders(ctx)} and ${where}`;
  const orders = await loadOrders(
    ctx,
    Prisma.sql`${which} order by ${orderBy} limit ${limit} offset ${offset}`,
    rowsPlannedAnew,
  );
  return listing.withTotal
    ? { orders, total: await countRows(ctx, Prisma.sql`"order" o ${which}`) }
    : { orders };
}
