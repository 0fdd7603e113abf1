import type { DetailsOf } from "#lib/platform/error-details.ts";
import type { Cart } from "./cart.ts";
import type { Sums } from "./columns.ts";
import { type PricedCart, priceCart } from "./totals/totals.ts";

/** A difference from what was shown. */
export type Difference = DetailsOf<"cart_changed">[number];

const parts = ["lines", "coupons", "shipping", "tax", "total"] as const;

/** The amounts of a cart that a shopper is shown, in minor units. */
export function sumsOf({ totals, coupons }: PricedCart): Sums {
  const { subtotal, shipping, tax, total } = totals;
  const off = coupons.reduce((sum, { amount }) => sum + amount, 0);
  return { lines: subtotal, coupons: off, shipping, tax, total };
}

/** The current amounts that differ from `was`. Amounts that are missing in `was` are not compared. */
export function differencesFrom(was: Partial<Sums>, is: Sums): Difference[] {
  return parts.flatMap((what) => {
    const before = was[what];
    return before === undefined || before === is[what] ? [] : [{ what, was: before, is: is[what] }];
  });
}

/** What has changed since the cart was last shown: line prices or totals, for any reason. */
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
