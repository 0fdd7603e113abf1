import { type Context, database } from "#lib/platform/context.ts";
import type { Coupon, Discount } from "./evaluate.ts";
import { usesOf } from "./uses-of.ts";

type Person = { userId: string | null; email: string | null };

/** The discounts as coupons of this person, marking those already used. Only a preview: placing the order decides. */
export async function couponsOf<D extends Discount>(
  ctx: Context,
  { userId, email }: Person,
  discounts: readonly D[],
): Promise<(D & Coupon)[]> {
  const once = discounts.filter(({ oncePerCustomer }) => oncePerCustomer).map(({ id }) => id);
  const accountEmail = ctx.actor.type === "customer" ? ctx.actor.email : null;
  const uses =
    once.length === 0
      ? []
      : await database(ctx).$queryRaw<{ id: string }[]>`
          select distinct discount_id as id from discount_usage
          where discount_id = any (${once}::uuid[]) and ${usesOf({ userId, emails: [email, accountEmail] })}`;
  const used = new Set(uses.map(({ id }) => id));
  return discounts.map((discount) => ({ ...discount, usedBefore: used.has(discount.id) }));
}
