import { type Context, database } from "#lib/context.ts";
import { type Discount, type Refusal, refusalOf } from "./evaluate.ts";
import { refused } from "./refused.ts";
import { toDiscount } from "./to-discount.ts";
import { usesOf } from "./uses-of.ts";

type Request = {
  code: string;
  cart: { subtotal: number; currency: string; userId: string | null; email: string | null };
};

const runOut: Refusal[] = ["not_started", "expired", "used_up"];

/**
 * The discount behind a code that a shopper typed, in any case.
 * @throws coupon_not_applicable naming the reason; an unknown code is one of them
 */
export async function findApplicableDiscount(ctx: Context, { code, cart }: Request): Promise<Discount> {
  const row = await database(ctx).discount.findUnique({ where: { code: code.toUpperCase() } });
  if (!row) throw refused(code.toUpperCase(), "unknown");
  const discount = toDiscount(row);
  const refusal =
    refusalOf(discount, { ...cart, now: new Date() }) ??
    (discount.oncePerCustomer && (await hasUsed(ctx, discount.id, cart)) ? "already_used" : null);
  if (refusal) throw refused(discount.code, refusal);
  return discount;
}

/**
 * Holds the coupons of a cart against the moment the order is placed: nobody pays more than was shown because a
 * coupon ran out meanwhile. What the cart itself no longer earns (minimum spend) was shown so and stays allowed.
 * @throws coupon_not_applicable
 */
export function checkNotRunOut(coupons: Discount[], cart: { subtotal: number; currency: string }): void {
  for (const coupon of coupons) {
    const refusal = refusalOf(coupon, { ...cart, now: new Date() });
    if (refusal && runOut.includes(refusal)) throw refused(coupon.code, refusal);
  }
}

/** Whether this person has used the discount already. An early answer: the claim at placement decides. */
async function hasUsed(
  ctx: Context,
  discountId: string,
  { userId, email }: Pick<Request["cart"], "userId" | "email">,
): Promise<boolean> {
  const accountEmail = ctx.actor.type === "customer" ? ctx.actor.email : null;
  const uses = await database(ctx).$queryRaw<unknown[]>`
    select 1 from discount_usage
    where discount_id = ${discountId}::uuid and ${usesOf({ userId, emails: [email, accountEmail] })} limit 1`;
  return uses.length > 0;
}
