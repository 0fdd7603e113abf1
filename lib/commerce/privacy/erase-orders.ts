import { cartColumns } from "#lib/commerce/cart/index.ts";
import { orderColumns } from "#lib/commerce/order/index.ts";
import { recordEvents } from "#lib/events/index.ts";
import { erasure } from "#lib/platform/columns-to-sql.ts";
import type { Context } from "#lib/platform/context.ts";
import { Prisma, type Transaction } from "#lib/platform/db.ts";
import { DomainError } from "#lib/platform/errors.ts";

const finished = ["delivered", "cancelled"];

/** Whose data: all of a user's, or what was placed with one address, where several people shared a session. */
type Whose = { userId: string; email?: string };

/**
 * Takes the person out of the orders of a user, for good: what was bought and paid stays on the books, who bought
 * it and where it went does not. Keeps the country, which the tax was worked out by.
 * @throws order_in_progress while one of them is still to be sent, or a payment is under way
 */
export async function eraseOrders(
  ctx: Context & { tx: Transaction },
  { userId, email }: Whose,
): Promise<void> {
  const { tx } = ctx;
  const placed = email === undefined ? Prisma.empty : Prisma.sql`and lower(email) = lower(${email})`;
  const orders = await tx.$queryRaw<{ id: string; status: string; country: string }[]>`
    select id, status::text, country from "order" where user_id = ${userId}::uuid ${placed} order by id for update`;
  if (orders.some((order) => !finished.includes(order.status))) {
    throw inProgress("An order is still on its way. Its data can be erased once it has arrived.");
  }
  const orderIds = orders.map((order) => order.id);
  await tx.$executeRaw`
    update "order" set ${erasure(orderColumns)}, version = version + 1, updated_at = now()
    where id = any (${orderIds}::uuid[])`;
  await tx.discountUsage.updateMany({ where: { orderId: { in: orderIds } }, data: { emailHash: null } });
  await tx.lookupToken.deleteMany({ where: { orderId: { in: orderIds } } });
  await tx.idempotencyRecord.deleteMany({ where: { orderId: { in: orderIds } } });
  await recordEvents(
    ctx,
    orderIds.map((orderId) => ({ type: "order.erased", orderId, userId })),
  );
  // A cart that became an order has to stay with it.
  await tx.$executeRaw`
    update cart set ${erasure(cartColumns)}, updated_at = now()
    where id in (select cart_id from "order" where id = any (${orderIds}::uuid[]))`;
  await eraseCarts(ctx, { userId, ...(email !== undefined && { email }) });
}

function inProgress(message: string): DomainError {
  return new DomainError("order_in_progress", message);
}

async function eraseCarts({ tx }: { tx: Transaction }, { userId, email }: Whose): Promise<void> {
  const contact =
    email === undefined
      ? {}
      : { OR: [{ email: null }, { email: { equals: email, mode: "insensitive" as const } }] };
  const carts = { userId, status: { not: "ordered" as const }, ...contact };
  if ((await tx.payment.count({ where: { orderId: null, cart: carts, dueAt: { not: null } } })) > 0)
    throw inProgress("A payment is still under way. The data can be erased once it has ended.");
  await tx.payment.deleteMany({ where: { orderId: null, cart: carts } });
  await tx.cart.deleteMany({ where: carts });
}
