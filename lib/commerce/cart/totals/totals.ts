import { amountsOff, type Coupon, type Refusal, refusalOf } from "#lib/commerce/discount/index.ts";
import { now } from "#lib/platform/clock.ts";
import { allocate, partOf, shareOf } from "#lib/platform/money.ts";
import type { Cart, CartLine } from "../cart.ts";
import { type TaxRule, taxRule } from "./tax.ts";

/** Minor units of the cart's currency. `discount` applies to the goods; `shipping` is after coupons. */
export type Totals = { subtotal: number; discount: number; shipping: number; tax: number; total: number };

export type PricedLine = CartLine & { unitPrice: number; lineTotal: number; discount: number; tax: number };

export type PricedCart = {
  lines: PricedLine[];
  /** What each coupon takes off, in the order of entry; 0 if it does not apply at present. */
  coupons: { discount: Coupon; amount: number; applies: boolean; refusal: Refusal | null }[];
  totals: Totals;
  taxRate: number;
  taxIncluded: boolean;
};

type Priceable = Pick<Cart, "lines" | "coupons" | "shippingMethod" | "currency" | "country"> &
  Partial<Pick<Cart, "shippingAddress">>;

/**
 * Computes a cart's amounts, the only place that does. All are integers in minor units. total = subtotal − discount +
 * shipping (+ tax, if prices exclude it). The discount is split over the lines by largest remainder, so the lines
 * always add up to the totals. Tax is computed on each line and on the shipping, after discounts, and rounded half up;
 * `totals.tax` is their sum, so the part that is not on the lines is on the shipping.
 */
export function priceCart(cart: Priceable, at = now()): PricedCart {
  const lines = cart.lines.map((line) => {
    const unitPrice = line.unitPrice ?? line.shownPrice;
    return { ...line, unitPrice, lineTotal: unitPrice * line.quantity };
  });
  const subtotal = sum(lines.map((line) => line.lineTotal));
  const { coupons, goodsOff, shipping } = applyCoupons(cart, subtotal, at);
  const lineDiscounts = allocate(
    goodsOff,
    lines.map((line) => line.lineTotal),
  );
  const rule = taxRule(cart.shippingAddress ?? cart);
  const taxedLines = lines.map((line, index) => {
    const discount = lineDiscounts[index] ?? 0;
    return { ...line, discount, tax: taxOn(line.lineTotal - discount, rule) };
  });
  const shippingTax = rule.onShipping ? taxOn(shipping, rule) : 0;
  const tax = sum(taxedLines.map((line) => line.tax)) + shippingTax;
  return {
    lines: taxedLines,
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

/** The total as shown in its country: with tax if prices include it, without if not. */
export function shownTotal({ totals, taxIncluded }: Pick<PricedCart, "totals" | "taxIncluded">): number {
  return taxIncluded ? totals.total : totals.total - totals.tax;
}

function applyCoupons(
  cart: Pick<Cart, "coupons" | "shippingMethod" | "currency">,
  subtotal: number,
  at: Date,
) {
  let goods = subtotal;
  let shipping = cart.shippingMethod?.price ?? 0;
  const coupons = cart.coupons.map((discount) => {
    const refusal = refusalOf(discount, { subtotal, currency: cart.currency, now: at });
    if (refusal) return { discount, amount: 0, applies: false, refusal };
    const off = amountsOff(discount, goods, shipping);
    goods -= off.goods;
    shipping -= off.shipping;
    return { discount, amount: off.goods + off.shipping, applies: true, refusal };
  });
  return { coupons, goodsOff: subtotal - goods, shipping };
}

function taxOn(amount: number, { rate, included }: TaxRule): number {
  return included ? partOf(amount, rate, 10_000 + rate) : shareOf(amount, rate);
}

/** The shipping's part of the tax. */
export function shippingTaxOf(sale: { lines: readonly { tax: number }[]; totals: Totals }): number {
  return sale.totals.tax - sum(sale.lines.map((line) => line.tax));
}

function sum(amounts: number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
