import { getTranslations } from "next-intl/server";
import { type Cart, hasObstacles } from "#lib/commerce/cart/index.ts";
import { isGuestCheckout } from "#lib/storefront/checkout-steps.ts";
import { SubmitButton } from "../form/submit-button.tsx";

/** The button to the checkout, which takes changed quantities along; or what has to be fixed before. */
export async function CheckOutButton({ cart }: { cart: Cart }) {
  const [t, guest] = await Promise.all([getTranslations("shop.cart"), isGuestCheckout()]);
  if (hasObstacles(cart)) return <p className="mt-6 font-medium text-clay-ink">{t("blocked")}</p>;
  return (
    <>
      <SubmitButton
        form="cart"
        name="checkOut"
        value="on"
        busy={t("checkingOut")}
        className="button mt-6 w-full text-lg"
      >
        {guest ? t("checkout") : t("checkoutPlain")}
      </SubmitButton>
      {guest && <p className="mt-3 text-center text-[0.9375rem] text-ink-soft">{t("noAccount")}</p>}
    </>
  );
}
