import { useTranslations } from "next-intl";
import type { PricedCart } from "#lib/commerce/cart/index.ts";
import { Notice } from "../notice.tsx";
import { RemoveCodeForm } from "./remove-code-form.tsx";

/** Codes that do not apply to this order, each with the reason and a remove button. They do not block the order. */
export function IdleCoupons({ coupons }: { coupons: PricedCart["coupons"] }) {
  const t = useTranslations("shop.cart.coupon");
  const errors = useTranslations("shop.errors.coupon");
  return coupons.map(({ discount: { id, code }, refusal }) =>
    refusal ? (
      <div key={id} className="mb-6">
        <Notice kind="note">
          <p>
            {errors(refusal, { code })} {t("placedWithout")}
          </p>
          <RemoveCodeForm id={`idle-${id}`} code={code} from="payment" className="button-bare -ms-2 px-2">
            {t("removeCode", { code })}
          </RemoveCodeForm>
        </Notice>
      </div>
    ) : null,
  );
}
