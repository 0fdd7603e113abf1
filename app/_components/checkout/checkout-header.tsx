import { useTranslations } from "next-intl";
import { Brand } from "../frame/brand.tsx";
import { Icon } from "../icon.tsx";
import { Link } from "../link.tsx";

/** The header of the checkout: the brand, that the page is secure, and the way back to the cart. */
export function CheckoutHeader() {
  const t = useTranslations("shop.checkout");
  return (
    <header className="border-b border-line">
      <div className="page-width flex flex-wrap items-center justify-between gap-x-6 py-2 sm:py-3">
        <Brand />
        <p className="order-last flex items-center gap-1.5 text-[0.9375rem] text-ink-soft sm:order-none">
          <Icon name="lock" className="size-4" />
          {t("secure")}
        </p>
        <Link
          href="/cart"
          className="no-print inline-flex min-h-11 items-center font-medium hover:underline underline-offset-4"
        >
          {t("backTo.cart")}
        </Link>
      </div>
    </header>
  );
}
