import { loadOrder, type Order } from "#lib/commerce/order/index.ts";
import type { Context } from "#lib/platform/context.ts";
import { Prisma } from "#lib/platform/db.ts";
import { readToken } from "#lib/platform/mailed-link.ts";
import { orNotFound } from "./guest-order-not-found.ts";
import { hashLookupToken } from "./lookup-token.ts";

/**
 * The order that a link from the mail leads to (seed 004, GET /store/guest/orders/:token), also when a mail program
 * has touched it. @throws guest_order_not_found
 */
export async function trackOrder(ctx: Context, input: { token: string }): Promise<Order> {
  // What is no token is looked up all the same: every miss costs the same.
  const hash = hashLookupToken(readToken(input.token) ?? "");
  return orNotFound(
    await loadOrder(
      ctx,
      Prisma.sql`o.id = (select t.order_id from lookup_token t where t.token_hash = ${hash})`,
    ),
  );
}
