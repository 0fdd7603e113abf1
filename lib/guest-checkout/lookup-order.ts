import type { Context } from "#lib/platform/context.ts";
import { Prisma } from "#lib/platform/database/db.ts";
import { normalizeEmail } from "#lib/platform/email-address.ts";
import { bareNumber, normalizeOrderNumber } from "#lib/platform/order-number-spelling.ts";
import { loadOrders, type Order, ofGuest } from "./core.ts";
import { orNotFound } from "./guest-order-not-found.ts";
import type { LookupInput } from "./schemas.ts";

/**
 * A guest order by its number, the merchant's or ours, and its email address (specification, POST
 * /store/guest/orders/lookup). An account's order has no captured contact and is not found.
 * @throws guest_order_not_found
 */
export async function lookupOrder(ctx: Context, { email, orderNumber }: LookupInput): Promise<Order> {
  const bare = bareNumber(orderNumber) || null;
  const typed = bare && orderNumber;
  const [found = null] = await loadOrders(
    ctx,
    Prisma.sql`where lower(o.email) = ${normalizeEmail(email)} and ${ofGuest}
      and (o.order_number = ${normalizeOrderNumber(orderNumber)} or o.merchant_number = ${typed}
        or ${bareMerchantNumber} = ${bare})
      -- Two of a merchant's numbers may differ in signs alone.
      order by o.merchant_number = ${typed} desc nulls last limit 1`,
  );
  return orNotFound(found);
}

/** bareNumber in SQL, approximately. */
const bareMerchantNumber = Prisma.sql`upper(regexp_replace(normalize(o.merchant_number, NFKC), '[[:space:][:punct:]]', '', 'g'))`;
