import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { isEmpty, priceCart } from "#lib/cart/index.ts";
import { isModuleOn } from "#lib/modules.ts";
import { hasObstacles } from "#lib/storefront/cart-obstacles.ts";
import { firstStepPath } from "#lib/storefront/checkout-steps.ts";
import { currentCart } from "#lib/storefront/current-cart.ts";
import { CartLines } from "../../_components/cart-lines.tsx";
import { CartTotals } from "../../_components/cart-totals.tsx";
import { CouponBox } from "../../_components/coupon-box.tsx";
import { EmptyCart } from "../../_components/empty-cart.tsx";
import { Notice } from "../../_components/notice.tsx";
import { applyCode } from "./apply-code.ts";
import { changeQuantity } from "./change-quantity.ts";
import { removeCode } from "./remove-code.ts";
import { removeLine } from "./remove-line.ts";

type Props = { searchParams: Promise<{ status?: string | string[] }> };

/** What has just happened to the cart, by the address that the action led to; also the title, so it is read out. */
async function statusWords(searchParams: Props["searchParams"]): Promise<string | null> {
  const [{ status }, t] = await Promise.all([searchParams, getTranslations("shop.cart")]);
  const key = `status.${status}`;
  return typeof status === "string" && t.has(key) ? t(key) : null;
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const [status, t] = await Promise.all([statusWords(searchParams), getTranslations("shop.cart")]);
  return { title: status ? `${status} ${t("title")}` : t("title"), robots: { index: false } };
}

/** The cart. */
export default async function CartPage({ searchParams }: Props) {
  const [cart, status, t] = await Promise.all([
    currentCart(),
    statusWords(searchParams),
    getTranslations("shop.cart"),
  ]);
  if (!cart || isEmpty(cart)) return <EmptyCart />;
  return (
    <>
      <h1 className="mb-6">{t("title")}</h1>
      {status && <Notice>{status}</Notice>}
      <div className="mt-6 grid gap-10 lg:grid-cols-[1fr_22rem] lg:gap-16">
        <CartLines cart={cart} changeQuantity={changeQuantity} removeLine={removeLine} />
        <section aria-label={t("summary")} className="card self-start p-6 lg:sticky lg:top-6">
          <CouponBox coupons={priceCart(cart).coupons} applyCoupon={applyCode} removeCoupon={removeCode} />
          <div className="my-6 border-t border-line" />
          <CartTotals cart={cart} />
          {hasObstacles(cart) ? (
            <p className="mt-6 font-medium text-clay-ink">{t("blocked")}</p>
          ) : (
            <Link href={firstStepPath()} className="button mt-6 w-full text-lg">
              {isModuleOn("guest-checkout") ? t("checkout") : t("checkoutPlain")}
            </Link>
          )}
          {isModuleOn("guest-checkout") && (
            <p className="mt-3 text-center text-[0.9375rem] text-ink-soft">{t("noAccount")}</p>
          )}
        </section>
      </div>
    </>
  );
}
