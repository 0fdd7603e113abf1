import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { type Cart, hasObstacles } from "#lib/commerce/cart/index.ts";
import { isGuestCheckout, nextStepPath } from "#lib/storefront/checkout-steps.ts";
import { LinkProgress } from "./link-progress.tsx";

/** The link to the checkout, or a message about what prevents it. */
export async function CheckOutLink({ cart }: { cart: Cart }) {
  const [t, guest, path] = await Promise.all([
    getTranslations("shop.cart"),
    isGuestCheckout(),
    nextStepPath(cart),
  ]);
  if (hasObstacles(cart)) return <p className="mt-6 font-medium text-clay-ink">{t("blocked")}</p>;
  return (
    <>
      <Link href={path} className="button mt-6 w-full text-lg">
        {guest ? t("checkout") : t("checkoutPlain")}
        <LinkProgress />
      </Link>
      {guest && <p className="mt-3 text-center text-[0.9375rem] text-ink-soft">{t("noAccount")}</p>}
    </>
  );
}
