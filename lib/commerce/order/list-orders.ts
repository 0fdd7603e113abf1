import { database, type ShopperContext } from "#lib/platform/context.ts";
import { Prisma } from "#lib/platform/database/db.ts";
import type { Order } from "./order.ts";
import { loadOrders } from "./queries.ts";

/** The shopper's own orders, latest first. */
export async function listOrders(
  ctx: ShopperContext,
  page: { limit: number; offset: number },
): Promise<{ orders: Order[]; total: number }> {
  const { userId } = ctx.actor;
  const orders = await loadOrders(
    ctx,
    Prisma.sql`where o.user_id = ${userId}::uuid order by o.placed_at desc, o.id desc limit ${page.limit} offset ${page.offset}`,
  );
  // The last page gives the total without counting.
  const isLast = orders.length < page.limit && (orders.length > 0 || page.offset === 0);
  const total = isLast ? page.offset + orders.length : await database(ctx).order.count({ where: { userId } });
  return { orders, total };
}
