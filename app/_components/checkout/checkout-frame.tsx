import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { type Cart, priceCart } from "#lib/commerce/cart/index.ts";
import { formatMoney } from "#lib/platform/money.ts";
import { isGuestCheckout, type Step } from "#lib/storefront/checkout-steps.ts";
import { CartSummary } from "./cart-summary.tsx";
import { StepIndicator } from "./step-indicator.tsx";

type Props = { step: Step; cart: Cart; title: string; lead?: string; children: ReactNode };

/** The frame of a checkout step: the steps, the form, and the cart at the side. */
export async function CheckoutFrame({ step, cart, title, lead, children }: Props) {
  const [t, checkout, guest, locale] = await Promise.all([
    getTranslations("shop.totals"),
    getTranslations("shop.checkout"),
    isGuestCheckout(),
    getLocale(),
  ]);
  const total = formatMoney(priceCart(cart).totals.total, cart.currency, locale);
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-8 gap-y-2">
        <StepIndicator current={step} />
        {guest && (
          <p className="rounded-full bg-sky-soft px-4 py-1.5 text-[0.9375rem] font-medium">
            {checkout("guest")}
          </p>
        )}
      </div>
      <details className="card mt-6 lg:hidden">
        <summary className="pair min-h-12 cursor-pointer content-center px-5 py-2 font-medium">
          <span>{t("show")}</span> <span className="tabular-nums">{total}</span>
        </summary>
        <div className="border-t border-line p-5">
          <CartSummary cart={cart} />
        </div>
      </details>
      <div className="mt-8 grid grid-cols-1 gap-12 lg:mt-10 lg:grid-cols-[minmax(0,1fr)_23rem] lg:gap-20">
        <div className="max-w-2xl">
          <h1>{title}</h1>
          {lead && <p className="mt-3 text-lg text-ink-soft">{lead}</p>}
          <div className="mt-8">{children}</div>
        </div>
        <aside aria-label={t("title")} className="hidden lg:block">
          <div className="card sticky top-6 p-6">
            <h2 className="mb-5">{t("title")}</h2>
            <CartSummary cart={cart} />
          </div>
        </aside>
      </div>
    </>
  );
}
