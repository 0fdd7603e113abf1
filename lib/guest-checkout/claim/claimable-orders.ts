import type { ContextOf } from "#lib/platform/context.ts";
import { Prisma } from "#lib/platform/database/db.ts";
import { normalizeEmail } from "#lib/platform/email-address.ts";
import { loadOrders, type Order, ofGuest } from "../core.ts";

/**
 * Guest orders that were placed with the account's address, latest first, without declined ones. Only for a verified
 * mailbox: a typed address proves nothing.
 */
export async function claimableOrders(ctx: ContextOf<"customer">): Promise<Order[]> {
  const { userId, email, emailVerified } = ctx.actor;
  if (!emailVerified) return [];
  return loadOrders(
    ctx,
    Prisma.sql`join "user" guest on guest.id = o.user_id and guest.is_anonymous
      where lower(o.email) = ${normalizeEmail(email)} and ${ofGuest}
        and not exists (select 1 from order_event e
          where e.order_id = o.id and e.user_id = ${userId}::uuid and e.type = 'order.claim_declined')
      order by o.placed_at desc limit 50`,
  );
}
