import type { Context } from "#lib/platform/context.ts";
import { Prisma } from "#lib/platform/database/db.ts";
import { readToken } from "#lib/platform/mailed-link.ts";
import { loadOrder, type Order } from "./core.ts";
import { orNotFound } from "./guest-order-not-found.ts";
import { hashLookupToken } from "./lookup-token.ts";

/**
 * The order behind a mailed link (specification, GET /store/guest/orders/:token), even if a mail program has changed
 * the link. @throws guest_order_not_found
 */
export async function trackOrder(ctx: Context, input: { token: string }): Promise<Order> {
  // Malformed tokens are looked up too, so that every miss takes the same time.
  const hash = hashLookupToken(readToken(input.token) ?? "");
  return orNotFound(
    await loadOrder(
      ctx,
      Prisma.sql`o.id = (select t.order_id from lookup_token t where t.token_hash = ${hash})`,
    ),
  );
}
