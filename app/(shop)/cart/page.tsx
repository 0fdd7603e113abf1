import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { isEmpty, priceCart } from "#lib/commerce/cart/index.ts";
import { cartStatusWords } from "#lib/storefront/cart-status.ts";
import { currentCart } from "#lib/storefront/current-cart.ts";
import { pathOfUsedCart } from "#lib/storefront/placed-path.ts";
import { MergeNotice } from "../../_components/account/merge-notice.tsx";
import { CartLines } from "../../_components/cart-lines.tsx";
import { CartTotals } from "../../_components/cart-totals.tsx";
import { CheckOutLink } from "../../_components/check-out-link.tsx";
import { ClearStatus } from "../../_components/clear-status.tsx";
import { CouponBox } from "../../_components/coupon-box.tsx";
import { EmptyCart } from "../../_components/empty-cart.tsx";
import { Notice } from "../../_components/notice.tsx";
import { applyCode } from "./apply-code.ts";
import { changeQuantity } from "./change-quantity.ts";
import { removeCode } from "./remove-code.ts";
import { removeLine } from "./remove-line.ts";

const problems = new Set(["stock", "ended"]);

type Props = { searchParams: Promise<{ status?: string | string[] }> };

/** The status is in the title too, so that it is read out first. */
export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const [cart, t] = await Promise.all([currentCart(), getTranslations("shop.cart")]);
  const status = await cartStatusWords((await searchParams).status, cart);
  return { title: status ? `${status} ${t("title")}` : t("title"), robots: { index: false } };
}

/** The cart. */
export default async function CartPage({ searchParams }: Props) {
  const [cart, t] = await Promise.all([currentCart(), getTranslations("shop.cart")]);
  const { status } = await searchParams;
  const words = await cartStatusWords(status, cart);
  const notice = words && (
    <Notice kind={problems.has(`${status}`) ? "warning" : "done"}>
      {words}
      <ClearStatus key={words} />
    </Notice>
  );
  if (!cart || isEmpty(cart)) {
    const path = await pathOfUsedCart();
    if (path) redirect(path);
    if (status === "cookies") return <EmptyCart blocked />;
    return <EmptyCart>{notice}</EmptyCart>;
  }
  return (
    <>
      <h1 className="mb-6">{t("title")}</h1>
      <MergeNotice cart={cart} />
      {notice}
      <div className="mt-6 grid grid-cols-1 gap-10 lg:grid-cols-[minmax(0,1fr)_22rem] lg:gap-16">
        <CartLines cart={cart} changeQuantity={changeQuantity} removeLine={removeLine} />
        <section aria-label={t("summary")} className="card self-start p-6 lg:sticky lg:top-6">
          <CouponBox coupons={priceCart(cart).coupons} applyCoupon={applyCode} removeCoupon={removeCode} />
          <div className="my-6 border-t border-line" />
          <CartTotals cart={cart} />
          <CheckOutLink cart={cart} />
        </section>
      </div>
    </>
  );
}
