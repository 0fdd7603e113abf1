import { now } from "#lib/platform/clock.ts";
import { type Context, database } from "#lib/platform/context.ts";
import { Prisma } from "#lib/platform/database/db.ts";
import { normalizeEmail } from "#lib/platform/email-address.ts";
import type { Coupon, Discount } from "./evaluate.ts";

const ownerEmail = Prisma.sql`(select u.email from "user" u where u.id = c.user_id)`;

/**
 * Whether the discount "d" can be used once per customer and the person of the cart "c" has used it, or is paying with
 * it in another cart: the owner, and whoever has the contact's address or the account's. Only a preview: placing the
 * order decides.
 */
// A part for each index: a coupon may have been used a million times, and there may be a million people. The collation is
// that of their addresses; a cart's has another one, which their index does not serve. A function, because it contains
// the time.
export const usedBefore = (): Prisma.Sql => Prisma.sql`d.once_per_customer and (
  exists (
    select 1 from coupon_hold h join cart held on held.id = h.cart_id
    where h.discount_id = d.id and h.cart_id <> c.id and h.expires_at > ${now()}
      and (held.user_id = c.user_id or h.email_hashes && array[${hashOf(Prisma.sql`c.email`)}, ${hashOf(ownerEmail)}]))
  or exists (
    select 1 from discount_usage used
    where used.user_id = c.user_id and used.discount_id = d.id and used.released_at is null)
  or exists (
    select 1 from "user" buyer join discount_usage used on used.user_id = buyer.id
    where buyer.email = lower(c.email) collate "default"
      and used.discount_id = d.id and used.released_at is null)
  or exists (
    select 1 from discount_usage used
    where used.email_hash in (${hashOf(Prisma.sql`c.email`)}, ${hashOf(ownerEmail)})
      and used.discount_id = d.id and used.released_at is null))`;

/** hashEmail in SQL. */
function hashOf(email: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`encode(sha256(convert_to(lower(trim(${email})), 'UTF8')), 'hex')`;
}

type CartOfPerson = { id: string; userId: string | null; email: string | null };

/** The discounts as coupons of a cart, marking those that its person has used. */
export async function couponsOf<D extends Discount>(
  ctx: Context,
  { id, userId, email }: CartOfPerson,
  discounts: readonly D[],
): Promise<(D & Coupon)[]> {
  // In lower case already: unlike the cart's column, a parameter is compared by the database's own rules, which may be
  // Turkish.
  const mailbox = email && normalizeEmail(email);
  const once = discounts.filter(({ oncePerCustomer }) => oncePerCustomer).map((discount) => discount.id);
  const uses =
    once.length === 0
      ? []
      : await database(ctx).$queryRaw<{ id: string }[]>`
          select d.id
          from discount d, (select ${id}::uuid as id, ${userId}::uuid as user_id, ${mailbox}::text as email) c
          where d.id = any (${once}::uuid[]) and ${usedBefore()}`;
  const used = new Set(uses.map((use) => use.id));
  return discounts.map((discount) => ({ ...discount, usedBefore: used.has(discount.id) }));
}
