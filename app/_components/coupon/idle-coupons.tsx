import { useTranslations } from "next-intl";
import type { PricedCart } from "#lib/commerce/cart/index.ts";
import type { FormAction } from "#lib/storefront/form-action.ts";
import { ActionForm } from "../form/action-form.tsx";
import { HiddenField } from "../form/hidden-field.tsx";
import { SubmitButton } from "../form/submit-button.tsx";
import { Notice } from "../notice.tsx";

type Props = { coupons: PricedCart["coupons"]; removeCoupon: FormAction };

/** Codes that do not apply to this order, each with the reason and a remove button. They do not block the order. */
export function IdleCoupons({ coupons, removeCoupon }: Props) {
  const t = useTranslations("shop.cart.coupon");
  const errors = useTranslations("shop.errors.coupon");
  return coupons.map(({ discount: { id, code }, refusal }) =>
    refusal ? (
      <div key={id} className="mt-4">
        <Notice kind="note">
          <p>
            {errors(refusal, { code })} {t("placedWithout")}
          </p>
          <ActionForm id={`uncoupon-${id}`} action={removeCoupon}>
            <HiddenField name="code" value={code} />
            <SubmitButton busy={t("removing")} className="button-bare -ms-2 px-2">
              {t("removeCode", { code })}
            </SubmitButton>
          </ActionForm>
        </Notice>
      </div>
    ) : null,
  );
}
