import * as z from "zod";
import type { Context } from "#lib/platform/context.ts";
import { Prisma } from "#lib/platform/database/db.ts";
import { rowsOf } from "#lib/platform/database/rows.ts";
import { normalizeEmail } from "#lib/platform/email-address.ts";

const holder = z.object({
  userId: z.uuid(),
  isGuest: z.boolean(),
  /** The numbers that people see, in the order of placing. */
  orderNumbers: z.array(z.string()),
});

/** A guest or an account that has orders, an open cart, or the account itself with an email address. */
export type Holder = z.output<typeof holder>;

/** Everybody who has data with this address, whatever its spelling. For the shop: it reveals who has an account. */
export async function holdersOf(ctx: Context, email: string): Promise<Holder[]> {
  const address = normalizeEmail(email);
  const statement = Prisma.sql`
    with found as (
      select user_id from "order" where lower(email) = ${address}
      union select user_id from cart where lower(email) = ${address} and status <> 'ordered'
      union select id from "user" where email = ${address}
    )
    select u.id as "userId", u.is_anonymous as "isGuest", array(
      select coalesce(o.merchant_number, o.order_number) from "order" o
      where o.user_id = u.id and lower(o.email) = ${address} order by o.placed_at, o.id
    ) as "orderNumbers"
    from found join "user" u on u.id = found.user_id order by u.created_at, u.id`;
  return rowsOf(ctx, statement, holder);
}
