import type { Context } from "#lib/platform/context.ts";
import { Prisma } from "#lib/platform/database/db.ts";
import type { Order } from "./order.ts";
import { loadOrders } from "./queries.ts";

/** The orders that were placed from these carts, which the caller may see. */
export async function ordersOfCarts(ctx: Context, cartIds: readonly string[]): Promise<Order[]> {
  if (cartIds.length === 0) return [];
  return loadOrders(ctx, Prisma.sql`where o.cart_id = any (${cartIds}::uuid[])`);
}
