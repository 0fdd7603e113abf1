import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { cartToken, holdMinutes, priceCart } from "#lib/commerce/cart/index.ts";
import { formatMoney } from "#lib/platform/money.ts";
import { cartForStep } from "#lib/storefront/checkout/checkout-steps.ts";
import { seenOf } from "#lib/storefront/forms/cart-changes.ts";
import { formTitle } from "#lib/storefront/forms/form-title.ts";
import { CheckoutFrame } from "../../_components/checkout/checkout-frame.tsx";
import { PaymentChoice } from "../../_components/checkout/payment-choice.tsx";
import { StepBar } from "../../_components/checkout/step-bar.tsx";
import { IdleCoupons } from "../../_components/coupon/idle-coupons.tsx";
import { ActionForm } from "../../_components/form/action-form.tsx";
import { HiddenField } from "../../_components/form/hidden-field.tsx";
import { placeOrder } from "./place-order.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shop.payment");
  return { title: await formTitle(t("title")), robots: { index: false, follow: false } };
}

/** Last step: review, choose a payment method if money is due, place the order. */
export default async function PaymentPage() {
  const cart = await cartForStep("payment");
  const [t, checkout, locale] = await Promise.all([
    getTranslations("shop.payment"),
    getTranslations("shop.checkout"),
    getLocale(),
  ]);
  const { totals, coupons } = priceCart(cart);
  const isFree = totals.total === 0;
  const total = formatMoney(totals.total, cart.currency, locale);
  return (
    <CheckoutFrame step="payment" cart={cart} title={isFree ? t("titleFree") : t("title")}>
      <IdleCoupons coupons={coupons} />
      <ActionForm
        id="payment"
        action={placeOrder.bind(null, seenOf(cart))}
        asks="/checkout/arrived"
        problem={checkout("problem")}
        className="space-y-8"
        after={
          <StepBar
            step="payment"
            cart={cart}
            submit={isFree ? t("placeFree") : t("place", { total })}
            busy={t("placing")}
          />
        }
      >
        <HiddenField name="cart" value={cartToken(cart.id)} />
        <HiddenField name="cartVersion" value={cart.version} />
        <HiddenField name="idempotencyKey" value={crypto.randomUUID()} />
        {!isFree && <PaymentChoice />}
        <div className="space-y-2 text-ink-soft">
          <p>{isFree ? t("nothingDue") : t("terms", { total })}</p>
          {cart.hasHolds && <p>{t("held", { minutes: holdMinutes })}</p>}
        </div>
      </ActionForm>
    </CheckoutFrame>
  );
}
