import type { Context } from "#lib/platform/context.ts";
import { Prisma } from "#lib/platform/database/db.ts";
import { notFound } from "#lib/platform/errors.ts";
import type { Order } from "../order.ts";
import { loadOrder } from "../queries.ts";

/** The order that a cart became. @throws not_found */
export async function orderOfCart(ctx: Context, cartId: string | null): Promise<Order> {
  const order = await loadOrder(ctx, Prisma.sql`o.cart_id = ${cartId}::uuid`);
  if (!order) throw notFound("Cart");
  return order;
}
