import * as z from "zod";
import type { couponRefusal } from "#lib/platform/error-details.ts";
import { shareOf } from "#lib/platform/money.ts";

const discount = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  kind: z.enum(["percentage", "fixed", "free_shipping"]),
  /** Percent for `percentage`, minor units for `fixed`. */
  value: z.int(),
  currency: z.string().nullable(),
  minimumSpend: z.int(),
  startsAt: z.string().nullable(),
  endsAt: z.string().nullable(),
  usageLimit: z.int().nullable(),
  usedCount: z.int(),
  oncePerCustomer: z.boolean(),
});
export type Discount = z.output<typeof discount>;

/** A discount in a cart. */
export const coupon = discount.extend({
  /** It can be used once per customer, and this one has used it. */
  usedBefore: z.boolean(),
});
export type Coupon = z.output<typeof coupon>;

/** Why a coupon does not apply. */
export type Refusal = z.output<typeof couponRefusal>;

/** Why the coupon does not apply to a cart with these goods, or null if it does. Amounts in minor units. */
export function refusalOf(
  discount: Coupon,
  cart: { subtotal: number; currency: string; now: Date },
): Refusal | null {
  if (discount.startsAt && new Date(discount.startsAt) > cart.now) return "not_started";
  if (discount.endsAt && new Date(discount.endsAt) <= cart.now) return "expired";
  if (discount.usageLimit !== null && discount.usedCount >= discount.usageLimit) return "used_up";
  if (discount.currency && discount.currency !== cart.currency) return "wrong_currency";
  if (cart.subtotal < discount.minimumSpend) return "minimum_spend";
  if (discount.usedBefore) return "already_used";
  return null;
}

/** What an applicable discount takes off goods and shipping at these prices. */
export function amountsOff(
  discount: Discount,
  goods: number,
  shipping: number,
): { goods: number; shipping: number } {
  if (discount.kind === "free_shipping") return { goods: 0, shipping };
  const off = discount.kind === "percentage" ? shareOf(goods, discount.value * 100) : discount.value;
  return { goods: Math.min(off, goods), shipping: 0 };
}
