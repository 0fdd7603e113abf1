import type { TransactionContext } from "#lib/platform/context.ts";
import { Prisma } from "#lib/platform/database/db.ts";
import { notFound } from "#lib/platform/errors.ts";
import { id as uuid } from "#lib/platform/text.ts";
import type { Order } from "./order.ts";
import { loadOrder } from "./queries.ts";
import { type OrderContext, visibleOrders } from "./scope.ts";

/** An order by its id, or by its number: the merchant's or the shop's. */
export type OrderName = { id: string } | { number: string };

/** One of the shopper's own orders; for programs, any. @throws not_found also for other people's orders */
export async function getOrder(ctx: OrderContext, name: OrderName): Promise<Order> {
  const visible = visibleOrders(ctx);
  const which = named(name);
  const order = which && (await loadOrder(ctx, Prisma.sql`${which} and ${visible}`));
  if (!order) throw notFound("Order");
  return order;
}

/** Null for a malformed id. */
function named(name: OrderName): Prisma.Sql | null {
  if ("number" in name) {
    return Prisma.sql`(o.merchant_number = ${name.number} or o.order_number = ${name.number})`;
  }
  return uuid.safeParse(name.id).success ? Prisma.sql`o.id = ${name.id}::uuid` : null;
}

/** Locks the order against other changes until the transaction ends. */
export async function lockOrder(ctx: TransactionContext<OrderContext>, name: OrderName): Promise<void> {
  const which = named(name);
  if (!which) return;
  await ctx.tx.$queryRaw(
    Prisma.sql`select 1 from "order" o where ${which} and ${visibleOrders(ctx)} for update`,
  );
}
