import { type Cart, priceCart } from "#lib/commerce/cart/index.ts";
import type { CouponPlace } from "#lib/storefront/checkout/coupon-place.ts";
import { CartTotals } from "../cart/cart-totals.tsx";
import { CouponBox } from "../coupon/coupon-box.tsx";
import { ItemList } from "../item-list.tsx";

type Props = {
  cart: Cart;
  from: CouponPlace;
  /** Sets apart the ids of a second summary on the page. */
  id?: string;
};

/** What is in the cart, its codes, and its totals. */
export function CartSummary({ cart, from, id }: Props) {
  const { lines, coupons } = priceCart(cart);
  return (
    <>
      <ItemList lines={lines} currency={cart.currency} />
      <div className="my-4 border-y border-line py-2">
        <CouponBox coupons={coupons} from={from} {...(id && { id })} />
      </div>
      <CartTotals cart={cart} />
    </>
  );
}
