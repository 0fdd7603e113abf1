import { useLocale, useTranslations } from "next-intl";
import { type Cart, priceCart } from "#lib/commerce/cart/index.ts";
import { formatMoney } from "#lib/platform/money.ts";
import type { CouponPlace } from "#lib/storefront/checkout/coupon-place.ts";
import { SubmitButton } from "../form/submit-button.tsx";
import { Icon } from "../icon.tsx";
import { Link } from "../link.tsx";
import { Picture } from "../picture.tsx";
import { CartSummary } from "./cart-summary.tsx";

type Props = {
  /** The section's form. */
  form: CouponPlace;
  cart: Cart;
  submit: string;
  busy: string;
  back: { href: string; words: string };
};

const mostPictures = 3;

/** The buttons to continue or go back; on a phone with the folded order summary, always in sight. */
export function StepBar({ form, cart, submit, busy, back }: Props) {
  const t = useTranslations("shop.totals");
  const locale = useLocale();
  const { lines, totals } = priceCart(cart);
  const pictures = lines.flatMap(({ id, image }) => (image ? [{ id, image }] : [])).slice(0, mostPictures);
  const count = lines.reduce((sum, { quantity }) => sum + quantity, 0);
  return (
    <div className="step-bar lg:mt-8">
      <details className="lg:hidden">
        <summary className="flex min-h-12 cursor-pointer flex-wrap items-center gap-x-3 py-1">
          <span className="flex shrink-0">
            {pictures.map(({ id, image }) => (
              <Picture
                key={id}
                src={image}
                alt=""
                size={32}
                className="-me-2 size-8 max-w-none rounded-md border border-surface bg-sand"
              />
            ))}
          </span>
          <span className="ms-2 text-[0.9375rem] whitespace-nowrap">
            <span className="sr-only">{t("show")}</span>
            {t("items", { count })}
          </span>
          <span className="ms-auto flex items-center gap-x-2 font-semibold whitespace-nowrap tabular-nums">
            {formatMoney(totals.total, cart.currency, locale)}
            <Icon name="chevron" className="size-4 -rotate-90 rtl:rotate-90" />
          </span>
        </summary>
        <div className="border-t border-line py-4">
          <CartSummary cart={cart} from={form} id="bar-coupon" />
        </div>
      </details>
      <div className="flex flex-row-reverse flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <SubmitButton form={form} busy={busy} className="button button-large grow lg:grow-0 lg:px-8">
          {submit}
        </SubmitButton>
        <Link href={back.href} className="link hidden min-h-11 items-center lg:inline-flex">
          {back.words}
        </Link>
      </div>
    </div>
  );
}
