import { useTranslations } from "next-intl";
import type { PricedCart } from "#lib/commerce/cart/index.ts";
import type { FormAction } from "#lib/storefront/form-action.ts";
import { CatalogueText } from "./catalogue-text.tsx";
import { ActionForm } from "./form/action-form.tsx";
import { HiddenField } from "./form/hidden-field.tsx";
import { SubmitButton } from "./form/submit-button.tsx";
import { TextField } from "./form/text-field.tsx";

type Props = { coupons: PricedCart["coupons"]; applyCoupon: FormAction; removeCoupon: FormAction };

/** The applied codes, each with a remove button, and a field for another. */
export function CouponBox({ coupons, applyCoupon, removeCoupon }: Props) {
  const t = useTranslations("shop.cart.coupon");
  return (
    <div>
      {coupons.length > 0 && (
        <ul aria-label={t("applied")} className="mb-4 space-y-2">
          {coupons.map(({ discount, applies }) => (
            <li key={discount.id} className="pair rounded-lg bg-sand-soft py-1 pe-2 ps-4">
              <span className="min-w-0 text-[0.9375rem]">
                <span className="block font-semibold">
                  <bdi>{discount.code}</bdi>
                </span>
                <span className="block text-ink-soft">
                  {applies ? (
                    <CatalogueText>{discount.name}</CatalogueText>
                  ) : (
                    t("notNow", { code: discount.code })
                  )}
                </span>
              </span>
              <ActionForm id={`uncoupon-${discount.id}`} action={removeCoupon}>
                <HiddenField name="code" value={discount.code} />
                <SubmitButton
                  busy={t("removing")}
                  label={t("removeCode", { code: discount.code })}
                  className="button-bare px-2"
                >
                  {t("remove")}
                </SubmitButton>
              </ActionForm>
            </li>
          ))}
        </ul>
      )}
      <ActionForm id="coupon" action={applyCoupon} className="flex flex-wrap items-start gap-x-2">
        <TextField
          name="code"
          label={t("label")}
          autoComplete="off"
          autoCapitalize="characters"
          dir="ltr"
          spellCheck={false}
          maxLength={40}
          className="min-w-0 flex-[1_1_8rem]"
        />
        <SubmitButton busy={t("applying")} className="button button-quiet mt-[2.1rem]">
          {t("apply")}
        </SubmitButton>
      </ActionForm>
    </div>
  );
}
