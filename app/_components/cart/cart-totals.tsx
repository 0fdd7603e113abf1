import { type Cart, priceCart } from "#lib/commerce/cart/index.ts";
import { Totals } from "../totals.tsx";

/** The totals of a cart: an estimate until it has an address. */
export function CartTotals({ cart }: { cart: Cart }) {
  const { totals, taxIncluded, coupons } = priceCart(cart);
  return (
    <Totals
      totals={totals}
      currency={cart.currency}
      taxIncluded={taxIncluded}
      codes={coupons.filter(({ amount }) => amount > 0).map(({ discount }) => discount.code)}
      shippingName={cart.shippingMethod?.name ?? null}
      isEstimate={cart.shippingAddress === null}
    />
  );
}
