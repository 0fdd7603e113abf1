import { useTranslations } from "next-intl";
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

/** Of more lines, a wide screen shows a few and lets the others be scrolled, so that the total is in sight. */
const mostInSight = 4;

/** What is in the cart, its codes, and its totals. */
export function CartSummary({ cart, from, id }: Props) {
  const t = useTranslations("shop.cart");
  const { lines, coupons } = priceCart(cart);
  const items = <ItemList lines={lines} currency={cart.currency} />;
  return (
    <>
      {lines.length > mostInSight ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: so that the keyboard can scroll it
        <section aria-label={t("items")} tabIndex={0} className="item-window">
          {items}
        </section>
      ) : (
        items
      )}
      <div className="my-4 border-y border-line py-2">
        <CouponBox coupons={coupons} from={from} {...(id && { id })} />
      </div>
      <CartTotals cart={cart} />
    </>
  );
}
