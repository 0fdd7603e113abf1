import { cartColumns, removeCarts } from "#lib/commerce/cart/index.ts";
import { orderColumns } from "#lib/commerce/order/index.ts";
import { recordEvents } from "#lib/events/index.ts";
import type { TransactionContext } from "#lib/platform/context.ts";
import { erasure } from "#lib/platform/database/columns-to-sql.ts";
import { Prisma, type Transaction } from "#lib/platform/database/db.ts";
import { normalizeEmail } from "#lib/platform/email-address.ts";
import { DomainError } from "#lib/platform/errors.ts";

const finished = ["delivered", "cancelled"];

/** All orders of a user, or those placed with one address if several people shared a session. */
type Whose = { userId: string; email?: string };

/**
 * Erases personal data from a user's orders. What was bought and paid stays on the books, and the country, which the
 * tax depends on.
 * @throws order_in_progress while one of them has not been delivered, a payment is in progress, or people have to return
 * the money of a cancelled one
 */
export async function eraseOrders(ctx: TransactionContext, { userId, email }: Whose): Promise<void> {
  const { tx } = ctx;
  const placed = email === undefined ? Prisma.empty : Prisma.sql`and lower(email) = ${normalizeEmail(email)}`;
  const orders = await tx.$queryRaw<{ id: string; status: string; country: string }[]>`
    select id, status::text, country from "order" where user_id = ${userId}::uuid ${placed} order by id for update`;
  if (orders.some((order) => !finished.includes(order.status))) {
    throw inProgress("An order is still on its way. Its data can be erased once it has arrived.");
  }
  const orderIds = orders.map((order) => order.id);
  await checkReturned(ctx, orderIds);
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
  // Carts that became orders have to stay.
  await tx.$executeRaw`
    update cart set ${erasure(cartColumns)}, updated_at = now()
    where id in (select cart_id from "order" where id = any (${orderIds}::uuid[]))`;
  await eraseCarts(ctx, { userId, ...(email !== undefined && { email }) });
}

/**
 * Without the buyer's address nobody could return money that came without a provider, or that a bank has sent back. A
 * provider needs no address. @throws order_in_progress
 */
async function checkReturned({ tx }: TransactionContext, orderIds: readonly string[]): Promise<void> {
  const owed = await tx.payment.count({
    where: {
      order: { id: { in: [...orderIds] }, status: "cancelled" },
      captured: { gt: tx.payment.fields.refunded },
      OR: [{ reference: null }, { refunds: { some: { state: "failed" } } }],
    },
  });
  if (owed > 0)
    throw inProgress(
      "The money of a cancelled order has not been returned yet. Its data can be erased once it has.",
    );
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
  const undecided = { orderId: null, cart: carts, dueAt: { not: null }, goesBack: false };
  if ((await tx.payment.count({ where: undecided })) > 0)
    throw inProgress("A payment is still in progress. The data can be erased once it has ended.");
  const found = await tx.cart.findMany({ where: carts, select: { id: true } });
  await removeCarts(
    tx,
    found.map(({ id }) => id),
  );
}
