import type { Cart } from "./cart.ts";
import type { Sums } from "./columns.ts";
import { type PricedCart, priceCart } from "./totals.ts";

/** One thing that is different from what was shown. Amounts in minor units; `lineIds` says whose price moved. */
export type Difference = { what: keyof Sums | "version"; was: number; is: number; lineIds?: string[] };

const parts = ["lines", "coupons", "shipping", "tax", "total"] as const;

export function sumsOf({ totals, coupons }: PricedCart): Sums {
  const { subtotal, shipping, tax, total } = totals;
  const off = coupons.reduce((sum, { amount }) => sum + amount, 0);
  return { lines: subtotal, coupons: off, shipping, tax, total };
}

/** What the cart comes to now, where that is not what `was` says. What `was` does not know is not compared. */
export function differencesFrom(was: Partial<Sums>, is: Sums): Difference[] {
  return parts.flatMap((what) => {
    const before = was[what];
    return before === undefined || before === is[what] ? [] : [{ what, was: before, is: is[what] }];
  });
}

/** What moved since an answer last showed this cart: the price of a line, or any of its sums, of whatever cause. */
export function movedSinceShown(cart: Cart, priced = priceCart(cart)): Difference[] {
  const is = sumsOf(priced);
  const differences = differencesFrom(cart.shown ?? {}, is);
  const lineIds = cart.lines
    .filter(({ unitPrice, shownPrice }) => unitPrice !== null && unitPrice !== shownPrice)
    .map(({ id }) => id);
  if (lineIds.length === 0) return differences;
  const { was } = differences.find(({ what }) => what === "lines") ?? { was: cart.shown?.lines ?? is.lines };
  return [
    { what: "lines", was, is: is.lines, lineIds },
    ...differences.filter(({ what }) => what !== "lines"),
  ];
}
