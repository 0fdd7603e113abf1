import { now } from "#lib/platform/clock.ts";
import { type Context, database } from "#lib/platform/context.ts";
import { withoutFullWidth } from "#lib/platform/text.ts";
import { type Coupon, refusalOf } from "./evaluate.ts";
import { refused } from "./refused.ts";
import { toDiscount } from "./to-discount.ts";
import { couponsOf } from "./used-before.ts";

type Request = {
  code: string;
  cart: { id: string; subtotal: number; currency: string; userId: string | null; email: string | null };
};

/**
 * The coupon of a code that a shopper typed, in upper or lower case, or in the full width of East Asian keyboards.
 * @throws coupon_not_applicable with the reason, which may be that the code is unknown
 */
export async function findApplicableDiscount(ctx: Context, { code, cart }: Request): Promise<Coupon> {
  const spellings = [code, withoutFullWidth(code)].map((spelling) => spelling.toUpperCase());
  const row = await database(ctx).discount.findFirst({ where: { code: { in: spellings } } });
  if (!row) throw refused(code.toUpperCase(), "unknown");
  const held = { discountId: row.id, cartId: { not: cart.id }, expiresAt: { gt: now() } };
  const heldCount = await database(ctx).couponHold.count({ where: held });
  const discount = toDiscount({ ...row, usedCount: row.usedCount + heldCount });
  const [coupon = { ...discount, usedBefore: false }] = await couponsOf(ctx, cart, [discount]);
  const refusal = refusalOf(coupon, { ...cart, now: now() });
  if (refusal) throw refused(coupon.code, refusal);
  return coupon;
}
