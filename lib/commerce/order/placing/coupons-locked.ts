import { now } from "#lib/platform/clock.ts";
import { Prisma } from "#lib/platform/database/db.ts";
import { normalizeEmail } from "#lib/platform/email-address.ts";
import { hashEmail } from "#lib/platform/secrets.ts";
import { type Purchase, usedCoupons } from "./compose-order.ts";

type Uses = Pick<Purchase, "cart" | "priced" | "shopper">;

/**
 * Locks the coupons that take something off, and counts their uses, those that are held for other carts among them:
 * "refused" are the coupons that cannot be used, "going" has a row if there is none and "stocked" has one. Limits count
 * people by user, contact address and account address together, so 20 parallel orders use a once-per-customer coupon
 * once.
 */
export function couponsLocked({ cart, priced, shopper }: Uses): Prisma.Sql {
  const ids = idsOf(priced);
  if (ids.length === 0) return noCoupons;
  const emails = emailsOf({ cart, shopper });
  const hashes = emails.map(hashEmail);
  return Prisma.sql`coupon as materialized (
      select d.id, d.code, d.used_count, d.usage_limit, d.once_per_customer
      from stocked, discount d where d.id = any (${ids}::uuid[]) order by d.code for update of d
    ), used as materialized (
      select discount_id from discounts_used_by((select array_agg(id) from coupon where once_per_customer),
        ${shopper.userId}::uuid, ${hashes}::text[], ${emails.map(normalizeEmail)}::text[])
    ), reserved as materialized (
      select discount_id, uses, is_own
      from coupons_held_for_others((select array_agg(id) from coupon), ${cart.id}::uuid, ${now()}, ${shopper.userId}::uuid, ${hashes}::text[])
    ), refused as materialized (
      select id, case when used_count + coalesce(uses, 0) >= usage_limit then 'used_up' else 'already_used' end as reason
      from coupon left join reserved on discount_id = id
      where used_count + coalesce(uses, 0) >= usage_limit or once_per_customer and (is_own or id in (select discount_id from used))
      order by code
    ), going as materialized (
      select one from stocked where not exists (select 1 from refused)
    )`;
}

/** Counts a use of each of these coupons, with "going". */
export function couponsCounted({ priced }: Pick<Uses, "priced">): Prisma.Sql {
  return Prisma.sql`counted as (
      update discount set used_count = used_count + 1 from going where id = any (${idsOf(priced)}::uuid[])
    )`;
}

/** Holds a use of each of these coupons for the cart, with "going". */
export function couponsHeld(uses: Uses, until: Date): Prisma.Sql {
  const { cart, priced } = uses;
  const hashes = emailsOf(uses).map(hashEmail);
  return Prisma.sql`counted as (
      insert into coupon_hold (cart_id, discount_id, email_hashes, expires_at)
      select ${cart.id}::uuid, discount_id, ${hashes}::text[], ${until}
      from going, unnest(${idsOf(priced)}::uuid[]) as use (discount_id)
      on conflict (cart_id, discount_id) do update set email_hashes = excluded.email_hashes, expires_at = excluded.expires_at
    )`;
}

const noCoupons = Prisma.sql`refused as (select null::uuid as id, null as reason where false), going as materialized (select one from stocked)`;

function idsOf(priced: Purchase["priced"]): string[] {
  return usedCoupons(priced).map(({ discount }) => discount.id);
}

function emailsOf({ cart, shopper }: Pick<Uses, "cart" | "shopper">): string[] {
  const accountEmail = shopper.type === "customer" ? shopper.email : null;
  return [cart.email, accountEmail].filter((email) => email !== null);
}
