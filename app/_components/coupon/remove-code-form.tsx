import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { CouponPlace } from "#lib/storefront/checkout/coupon-place.ts";
import { ActionForm } from "../form/action-form.tsx";
import { HiddenField } from "../form/hidden-field.tsx";
import { SubmitButton } from "../form/submit-button.tsx";
import { removeCode } from "./remove-code.ts";

type Props = { id: string; code: string; from: CouponPlace; className: string; children: ReactNode };

/** The button that takes a code off. */
export function RemoveCodeForm({ id, code, from, className, children }: Props) {
  const t = useTranslations("shop.cart.coupon");
  return (
    <ActionForm id={id} action={removeCode}>
      <HiddenField name="code" value={code} />
      <HiddenField name="from" value={from} />
      <SubmitButton busy={t("removing")} label={t("removeCode", { code })} className={className}>
        {children}
      </SubmitButton>
    </ActionForm>
  );
}
