import { type Cart, priceCart } from "#lib/commerce/cart/index.ts";
import { CartTotals } from "../cart/cart-totals.tsx";
import { ItemList } from "../item-list.tsx";

/** A summary of the cart. */
export function CartSummary({ cart }: { cart: Cart }) {
  return (
    <>
      <ItemList lines={priceCart(cart).lines} currency={cart.currency} />
      <div className="my-5 border-t border-line" />
      <CartTotals cart={cart} />
    </>
  );
}
