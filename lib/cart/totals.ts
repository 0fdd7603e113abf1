import { amountsOff, type Discount, refusalOf } from "#lib/discount/index.ts";
import { allocate, shareOf } from "#lib/money.ts";
import type { Cart, CartLine } from "./cart.ts";
import { taxRule } from "./tax.ts";

/** Minor units of the cart's currency. `discount` is what comes off the goods; `shipping` is after coupons. */
export type Totals = { subtotal: number; discount: number; shipping: number; tax: number; total: number };

export type PricedLine = CartLine & { unitPrice: number; lineTotal: number; discount: number; tax: number };

export type PricedCart = {
  lines: PricedLine[];
  /** What each coupon takes off, in the order they were entered; 0 when it does not apply just now. */
  coupons: { discount: Discount; amount: number; applies: boolean }[];
  totals: Totals;
  taxRate: number;
  taxIncluded: boolean;
};

/**
 * The one place where a cart's amounts are worked out. Everything is an integer in minor units; discount and
 * tax are split over the lines by largest remainder, so the lines always add up to the totals.
 * total = subtotal − discount + shipping (+ tax, where prices do not hold it).
 */
export function priceCart(
  cart: Pick<Cart, "lines" | "coupons" | "shippingMethod" | "currency" | "country">,
  now = new Date(),
): PricedCart {
  const lines = cart.lines.map((line) => {
    const unitPrice = line.unitPrice ?? line.shownPrice;
    return { ...line, unitPrice, lineTotal: unitPrice * line.quantity };
  });
  const subtotal = sum(lines.map((line) => line.lineTotal));
  const { coupons, goodsOff, shipping } = applyCoupons(cart, subtotal, now);
  const lineDiscounts = allocate(
    goodsOff,
    lines.map((line) => line.lineTotal),
  );
  const rule = taxRule(cart.country);
  const taxable = lines.map((line, index) => line.lineTotal - (lineDiscounts[index] ?? 0));
  const tax = taxOn(sum(taxable), rule);
  const lineTaxes = allocate(tax, taxable);
  return {
    lines: lines.map((line, index) => ({
      ...line,
      discount: lineDiscounts[index] ?? 0,
      tax: lineTaxes[index] ?? 0,
    })),
    coupons,
    totals: {
      subtotal,
      discount: goodsOff,
      shipping,
      tax,
      total: subtotal - goodsOff + shipping + (rule.included ? 0 : tax),
    },
    taxRate: rule.rate,
    taxIncluded: rule.included,
  };
}

function applyCoupons(
  cart: Pick<Cart, "coupons" | "shippingMethod" | "currency">,
  subtotal: number,
  now: Date,
) {
  let goods = subtotal;
  let shipping = cart.shippingMethod?.price ?? 0;
  const coupons = cart.coupons.map((discount) => {
    if (refusalOf(discount, { subtotal, currency: cart.currency, now }))
      return { discount, amount: 0, applies: false };
    const off = amountsOff(discount, goods, shipping);
    goods -= off.goods;
    shipping -= off.shipping;
    return { discount, amount: off.goods + off.shipping, applies: true };
  });
  return { coupons, goodsOff: subtotal - goods, shipping };
}

function taxOn(amount: number, rule: { rate: number; included: boolean }): number {
  return rule.included ? Math.round((amount * rule.rate) / (10_000 + rule.rate)) : shareOf(amount, rule.rate);
}

function sum(amounts: number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
