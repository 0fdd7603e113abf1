import type { Context } from "#lib/context.ts";
import { Prisma, type Transaction } from "#lib/db.ts";
import { notFound } from "#lib/errors.ts";
import { id as uuid } from "#lib/text.ts";
import type { Order } from "./order.ts";
import { loadOrder } from "./queries.ts";
import { visibleOrders } from "./scope.ts";

/** An order by its id, or by the merchant's own number. */
export type OrderName = { id: string } | { merchantNumber: string };

/** One of the shopper's own orders; for a program, any. @throws unauthenticated, not_found also for somebody else's */
export async function getOrder(ctx: Context, name: OrderName): Promise<Order> {
  const visible = visibleOrders(ctx);
  const which = named(name);
  const order = which && (await loadOrder(ctx, Prisma.sql`${which} and ${visible}`));
  if (!order) throw notFound("Order");
  return order;
}

/** Null for an id that cannot be one. */
function named(name: OrderName): Prisma.Sql | null {
  if ("merchantNumber" in name) return Prisma.sql`o.merchant_number = ${name.merchantNumber}`;
  return uuid.safeParse(name.id).success ? Prisma.sql`o.id = ${name.id}::uuid` : null;
}

/** Makes everybody else who wants to change the order wait until this transaction ends. */
export async function lockOrder(ctx: Context & { tx: Transaction }, name: OrderName): Promise<void> {
  const which = named(name);
  if (!which) return;
  await ctx.tx.$queryRaw(
    Prisma.sql`select 1 from "order" o where ${which} and ${visibleOrders(ctx)} for update`,
  );
}
