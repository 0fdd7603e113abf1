import { type Context, requireShopper } from "#lib/context.ts";
import { Prisma } from "#lib/db.ts";
import { notFound } from "#lib/errors.ts";
import type { Order } from "./order.ts";
import { loadOrder } from "./queries.ts";

/** One of the shopper's own orders. @throws unauthenticated, not_found also for somebody else's */
export async function getOrder(ctx: Context, input: { id: string }): Promise<Order> {
  const { userId } = requireShopper(ctx);
  const order = await loadOrder(ctx, Prisma.sql`o.id = ${input.id}::uuid and o.user_id = ${userId}::uuid`);
  if (!order) throw notFound("Order");
  return order;
}
