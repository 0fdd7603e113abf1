import type { Context } from "#lib/context.ts";
import type { Transaction } from "#lib/db.ts";
import { alreadyTaken } from "#lib/errors.ts";
import { normalizeOrderNumber } from "#lib/order-number-spelling.ts";

/**
 * Refuses a merchant's number that reads as the shop's number of another order: orders are looked up by either.
 * That no two orders have the same merchant's number is up to the database. @throws already_taken
 */
export async function checkMerchantNumber(
  { tx }: Context & { tx: Transaction },
  merchantNumber: string,
): Promise<void> {
  const orderNumber = normalizeOrderNumber(merchantNumber);
  if (orderNumber && (await tx.order.count({ where: { orderNumber } })) > 0) {
    throw alreadyTaken("orderNumber", merchantNumber);
  }
}
