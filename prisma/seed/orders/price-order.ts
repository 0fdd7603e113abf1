import { allocate, shareOf } from "#lib/platform/money.ts";
import type { Sellable } from "../catalogue/catalogue.ts";

/** Sales tax in the US, on top of the goods and not on shipping. Hundredths of a percent. */
export const taxRate = 800;

export type PricedLine = Sellable & { quantity: number; lineTotal: number; discount: number; tax: number };

export type PricedOrder = {
  lines: PricedLine[];
  /** Cents. */
  totals: { subtotal: number; discount: number; shipping: number; tax: number; total: number };
};

/** The amounts of an order as the checkout would compute them; lines add up to the totals. */
export function priceOrder(
  goods: (Sellable & { quantity: number })[],
  percentOff: number,
  shipping: number,
): PricedOrder {
  const lineTotals = goods.map(({ unitPrice, quantity }) => unitPrice * quantity);
  const subtotal = sum(lineTotals);
  const discount = shareOf(subtotal, percentOff * 100);
  const discounts = allocate(discount, lineTotals);
  const taxable = lineTotals.map((lineTotal, index) => lineTotal - (discounts[index] ?? 0));
  const tax = shareOf(sum(taxable), taxRate);
  const taxes = allocate(tax, taxable);
  return {
    lines: goods.map((line, index) => ({
      ...line,
      lineTotal: lineTotals[index] ?? 0,
      discount: discounts[index] ?? 0,
      tax: taxes[index] ?? 0,
    })),
    totals: { subtotal, discount, shipping, tax, total: subtotal - discount + shipping + tax },
  };
}

function sum(amounts: number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
