import { refresh } from "next/cache";
import { type Cart, priceCart } from "#lib/commerce/cart/index.ts";

/** Renders the page again if a change affected its order summary. Only in actions. */
export function showAmounts(before: Cart, after: Cart): void {
  if (amountsOf(before) !== amountsOf(after)) refresh();
}

function amountsOf(cart: Cart): string {
  const { totals, coupons } = priceCart(cart);
  return JSON.stringify([cart.country, cart.shippingMethod?.id, totals, coupons.map(({ amount }) => amount)]);
}
