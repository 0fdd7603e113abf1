import { type Context, database } from "#lib/platform/context.ts";
import { alreadyTaken } from "#lib/platform/errors.ts";
import { normalizeOrderNumber } from "#lib/platform/order-number-spelling.ts";

/**
 * Rejects a merchant's number that reads like the shop's number of another order, because either finds an order. The
 * database makes sure that merchant's numbers are unique. @throws already_taken
 */
export async function checkMerchantNumber(ctx: Context, merchantNumber: string): Promise<void> {
  const orderNumber = normalizeOrderNumber(merchantNumber);
  if (orderNumber && (await database(ctx).order.count({ where: { orderNumber } })) > 0) {
    throw alreadyTaken("orderNumber", merchantNumber);
  }
}
