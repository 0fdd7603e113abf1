import { type Context, database } from "#lib/platform/context.ts";
import { alreadyTaken } from "#lib/platform/errors.ts";
import { normalizeOrderNumber } from "#lib/platform/order-number-spelling.ts";

/**
 * Refuses a merchant's number that reads as the shop's number of another order: orders are looked up by either.
 * That no two orders have the same merchant's number is up to the database. @throws already_taken
 */
export async function checkMerchantNumber(ctx: Context, merchantNumber: string): Promise<void> {
  const orderNumber = normalizeOrderNumber(merchantNumber);
  if (orderNumber && (await database(ctx).order.count({ where: { orderNumber } })) > 0) {
    throw alreadyTaken("orderNumber", merchantNumber);
  }
}
