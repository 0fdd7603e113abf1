import { type Context, database } from "#lib/platform/context.ts";
import { Prisma } from "#lib/platform/db.ts";
import type { Listing } from "#lib/platform/filter/index.ts";
import { countedExactly, largeCount } from "#lib/platform/large-count.ts";
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
  );
  return listing.withTotal ? { orders, total: await count(ctx, which) } : { orders };
}

async function count(ctx: Context, which: Prisma.Sql): Promise<number> {
  const few = await countUpTo(ctx, Prisma.sql`${which} limit ${countedExactly + 1}`);
  if (few <= countedExactly) return few;
  return largeCount(which, () => countUpTo(ctx, which));
}

async function countUpTo(ctx: Context, which: Prisma.Sql): Promise<number> {
  const [row] = await database(ctx).$queryRaw<{ total: number }[]>`
    select count(*)::int as total from (select 1 from "order" o ${which}) found`;
  return row?.total ?? 0;
}
