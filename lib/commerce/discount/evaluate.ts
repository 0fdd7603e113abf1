import { shareOf } from "#lib/platform/money.ts";

export type Discount = {
  id: string;
  code: string;
  name: string;
  kind: "percentage" | "fixed" | "free_shipping";
  /** Percent for `percentage`, minor units for `fixed`. */
  value: number;
  currency: string | null;
  minimumSpend: number;
  startsAt: string | null;
  endsAt: string | null;
  usageLimit: number | null;
  usedCount: number;
  oncePerCustomer: boolean;
};

/** A discount as one cart has it. */
export type Coupon = Discount & {
  /** The cart's person has used it already, and nobody can use it twice. */
  usedBefore: boolean;
};

/** Why a coupon takes nothing off. */
export type Refusal =
  | "not_started"
  | "expired"
  | "used_up"
  | "wrong_currency"
  | "minimum_spend"
  | "already_used";

/** What the coupon says to a cart with this much in it, or null when it applies. Amounts in minor units. */
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

/** What an applicable discount takes off goods worth `goods` and off a shipping price of `shipping`. */
export function amountsOff(
  discount: Discount,
  goods: number,
  shipping: number,
): { goods: number; shipping: number } {
  if (discount.kind === "free_shipping") return { goods: 0, shipping };
  const off = discount.kind === "percentage" ? shareOf(goods, discount.value * 100) : discount.value;
  return { goods: Math.min(off, goods), shipping: 0 };
}
