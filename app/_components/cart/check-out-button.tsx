import { getLocale, getTranslations } from "next-intl/server";
import { type Cart, hasObstacles, priceCart } from "#lib/commerce/cart/index.ts";
import { formatMoney } from "#lib/platform/money.ts";
import { isGuestCheckout } from "#lib/storefront/checkout/checkout-steps.ts";
import { SubmitButton } from "../form/submit-button.tsx";

/** The button to the checkout, which also saves changed quantities; or what has to be fixed first. */
export async function CheckOutButton({ cart }: { cart: Cart }) {
  const [t, totals, guest, locale] = await Promise.all([
    getTranslations("shop.cart"),
    getTranslations("shop.totals"),
    isGuestCheckout(),
    getLocale(),
  ]);
  const total = formatMoney(priceCart(cart).totals.total, cart.currency, locale);
  if (hasObstacles(cart)) return <p className="mt-6 font-medium text-clay-ink">{t("blocked")}</p>;
  return (
    <>
      <div className="step-bar lg:mt-6">
        <p aria-hidden="true" className="pair py-2 font-semibold lg:hidden">
          <span>{totals(cart.shippingAddress ? "total" : "estimate")}</span>
          <span className="tabular-nums">{total}</span>
        </p>
        <SubmitButton
          form="cart"
          name="checkOut"
          value="on"
          busy={t("checkingOut")}
          className="button button-large w-full"
        >
          {guest ? t("checkout") : t("checkoutPlain")}
        </SubmitButton>
      </div>
      {guest && (
        <p className="mt-3 text-[0.9375rem] text-balance text-ink-soft lg:text-center">{t("noAccount")}</p>
      )}
    </>
  );
}
