import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { isEmpty, priceCart } from "#lib/commerce/cart/index.ts";
import { cartStatusWords, lastRemoved } from "#lib/storefront/cart-status.ts";
import { withLikelyMethod } from "#lib/storefront/checkout/likely-method.ts";
import { wayToLastOrder } from "#lib/storefront/order/last-order.ts";
import { pathOfUsedCart } from "#lib/storefront/order/placed-path.ts";
import { currentCart } from "#lib/storefront/visitor/current-cart.ts";
import { currentContext } from "#lib/storefront/visitor/current-context.ts";
import { MergeNotice } from "../../_components/account/merge-notice.tsx";
import { CartArrival } from "../../_components/cart/cart-arrival.tsx";
import { CartLines } from "../../_components/cart/cart-lines.tsx";
import { CartTotals } from "../../_components/cart/cart-totals.tsx";
import { CheckOutButton } from "../../_components/cart/check-out-button.tsx";
import { EmptyCart } from "../../_components/cart/empty-cart.tsx";
import { TotalStatus } from "../../_components/cart/total-status.tsx";
import { UndoRemove } from "../../_components/cart/undo-remove.tsx";
import { ClearStatus } from "../../_components/clear-status.tsx";
import { CouponBox } from "../../_components/coupon/coupon-box.tsx";
import { ActionForm } from "../../_components/form/action-form.tsx";
import { Notice } from "../../_components/notice.tsx";
import { putBack } from "./put-back.ts";
import { saveCart } from "./save-cart.ts";

const problems = new Set(["stock", "ended"]);

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** The status is in the title too, so that it is read out first. */
export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const [cart, t] = await Promise.all([currentCart(), getTranslations("shop.cart")]);
  const status = await cartStatusWords(await searchParams, cart);
  return { title: status ? `${status} ${t("title")}` : t("title"), robots: { index: false } };
}

/** The cart. */
export default async function CartPage({ searchParams }: Props) {
  const [cart, t] = await Promise.all([currentCart(), getTranslations("shop.cart")]);
  const query = await searchParams;
  const { status } = query;
  const removed = lastRemoved(query);
  const words = await cartStatusWords(query, cart);
  const notice = words && (
    <Notice kind={problems.has(`${status}`) ? "warning" : "done"}>
      {words}
      {removed && <UndoRemove removed={removed} putBack={putBack} />}
      <ClearStatus key={words} />
    </Notice>
  );
  if (!cart || isEmpty(cart)) {
    const path = await pathOfUsedCart();
    if (path) redirect(path);
    if (status === "cookies") return <EmptyCart blocked />;
    return <EmptyCart lastOrder={await wayToLastOrder(await currentContext())}>{notice}</EmptyCart>;
  }
  const priced = await withLikelyMethod(cart);
  return (
    <>
      <h1 className="mb-6">{t("title")}</h1>
      <MergeNotice cart={cart} />
      {notice}
      <div className="mt-6 grid grid-cols-1 gap-10 lg:grid-cols-[minmax(0,1fr)_min(22rem,40%)] lg:gap-[min(4rem,5vw)]">
        <ActionForm
          id="cart"
          action={saveCart}
          className="self-start"
          after={
            <section aria-label={t("summary")} className="card self-start p-5 sm:p-6 lg:sticky lg:top-6">
              <CartTotals cart={priced} />
              <TotalStatus cart={priced} />
              <CartArrival cart={priced} />
              <CheckOutButton cart={priced} />
              <div className="mt-6 border-t border-line pt-3">
                <CouponBox coupons={priceCart(cart).coupons} from="cart" />
              </div>
            </section>
          }
        >
          <CartLines cart={cart} />
        </ActionForm>
      </div>
    </>
  );
}
