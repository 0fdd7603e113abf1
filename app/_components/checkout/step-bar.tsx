import { useLocale, useTranslations } from "next-intl";
import { type Cart, priceCart } from "#lib/commerce/cart/index.ts";
import { formatMoney } from "#lib/platform/money.ts";
import { placeBefore, type Step, stepPath } from "#lib/storefront/checkout/checkout-steps.ts";
import { SubmitButton } from "../form/submit-button.tsx";
import { Icon } from "../icon.tsx";
import { Link } from "../link.tsx";
import { Picture } from "../picture.tsx";
import { CartSummary } from "./cart-summary.tsx";

type Props = {
  /** The section, whose form has the same name. */
  step: Step;
  cart: Cart;
  submit: string;
  busy: string;
};

const mostPictures = 3;

/** The buttons to continue or go back; on a phone with the folded order summary, always in sight. */
export function StepBar({ step, cart, submit, busy }: Props) {
  const t = useTranslations("shop.totals");
  const checkout = useTranslations("shop.checkout");
  const locale = useLocale();
  const before = placeBefore(step);
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
          <CartSummary cart={cart} from={step} id="bar-coupon" />
        </div>
      </details>
      <div className="flex flex-row-reverse flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <SubmitButton form={step} busy={busy} className="button button-large grow lg:grow-0 lg:px-8">
          {submit}
        </SubmitButton>
        <Link
          href={before === "cart" ? "/cart" : stepPath(before)}
          className="link hidden min-h-11 items-center lg:inline-flex"
        >
          {checkout(`backTo.${before}`)}
        </Link>
      </div>
    </div>
  );
}
