import { Prisma, type Transaction } from "#lib/platform/database/db.ts";

/**
 * Deletes carts, with the attempts to pay for them that took no money. None of the carts may be ordered. Money that was
 * returned stays on the books without its cart; the buyer's address stays with it until the buyer has been told.
 */
export async function removeCarts(tx: Transaction, ids: readonly string[]): Promise<void> {
  const carts = { cartId: { in: [...ids] } };
  await tx.payment.updateMany({ where: { ...carts, toldAt: { not: null } }, data: { buyer: Prisma.DbNull } });
  await tx.payment.deleteMany({ where: { ...carts, orderId: null, goesBack: false } });
  await tx.cart.deleteMany({ where: { id: { in: [...ids] } } });
}

/**
 * Attempts to pay for the cart c that may still turn out to be paid, so that it has to stay. "offset 0" keeps this a
 * look-up for one cart, whatever PostgreSQL knows of the tables' sizes.
 */
export const undecidedPayments = Prisma.sql`select 1 from payment p
  where p.cart_id = c.id and p.due_at is not null and not p.goes_back offset 0`;
