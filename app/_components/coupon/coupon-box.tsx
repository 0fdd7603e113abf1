import { useTranslations } from "next-intl";
import type { PricedCart } from "#lib/commerce/cart/index.ts";
import type { CouponPlace } from "#lib/storefront/checkout/coupon-place.ts";
import { CatalogueText } from "../catalogue/catalogue-text.tsx";
import { ActionForm } from "../form/action-form.tsx";
import { Folded } from "../form/folded.tsx";
import { HiddenField } from "../form/hidden-field.tsx";
import { SubmitButton } from "../form/submit-button.tsx";
import { TextField } from "../form/text-field.tsx";
import { applyCode } from "./apply-code.ts";
import { RemoveCodeForm } from "./remove-code-form.tsx";

type Props = {
  coupons: PricedCart["coupons"];
  from: CouponPlace;
  /** Sets apart the ids of a second box on the page. */
  id?: string;
};

/** The applied codes, each with a remove button, and a field for another, folded away. */
export function CouponBox({ coupons, from, id = "coupon" }: Props) {
  const t = useTranslations("shop.cart.coupon");
  return (
    <div>
      {coupons.length > 0 && (
        <ul aria-label={t("applied")} className="my-2 space-y-2">
          {coupons.map(({ discount, applies }) => (
            <li key={discount.id} className="pair items-center rounded-lg bg-sand-soft py-1.5 pe-2 ps-4">
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
              <RemoveCodeForm
                id={`un${id}-${discount.id}`}
                code={discount.code}
                from={from}
                className="button-bare px-2"
              >
                {t("remove")}
              </RemoveCodeForm>
            </li>
          ))}
        </ul>
      )}
      {/* With another code the field is a new one, closed and empty. */}
      <ActionForm key={coupons.map(({ discount }) => discount.code).join()} id={id} action={applyCode}>
        <HiddenField name="from" value={from} />
        <Folded name="code" summary={t("add")}>
          <TextField
            name="code"
            label={t("label")}
            autoComplete="off"
            autoCapitalize="characters"
            dir="ltr"
            spellCheck={false}
            maxLength={40}
            beside={
              <SubmitButton busy={t("applying")} className="button button-quiet">
                {t("apply")}
              </SubmitButton>
            }
            className="pb-2"
          />
        </Folded>
      </ActionForm>
    </div>
  );
}
