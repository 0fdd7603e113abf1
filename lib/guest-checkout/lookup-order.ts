import type { Context } from "#lib/context.ts";
import { Prisma } from "#lib/db.ts";
import { normalizeEmail } from "#lib/email-address.ts";
import { loadOrder, normalizeOrderNumber, type Order } from "#lib/order/index.ts";
import { orNotFound } from "./guest-order-not-found.ts";
import type { LookupInput } from "./schemas.ts";

/**
 * A guest order by its number and the address it was placed with (seed 004, POST /store/guest/orders/lookup).
 * An order that an account placed has no captured contact and is not found.
 * @throws guest_order_not_found
 */
export async function lookupOrder(ctx: Context, input: LookupInput): Promise<Order> {
  return orNotFound(
    await loadOrder(
      ctx,
      Prisma.sql`o.order_number = ${normalizeOrderNumber(input.orderNumber)}
        and lower(o.email) = ${normalizeEmail(input.email)} and o.anonymous_id is not null`,
    ),
  );
}
