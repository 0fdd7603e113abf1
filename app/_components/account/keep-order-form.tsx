import { useTranslations } from "next-intl";
import type { WayToKeep } from "#lib/storefront/account/way-to-keep.ts";
import { EmailAddress } from "../email-address.tsx";
import { ActionForm } from "../form/action-form.tsx";
import { HiddenField } from "../form/hidden-field.tsx";
import { SubmitButton } from "../form/submit-button.tsx";
import { keepOrder } from "./actions/keep-order.ts";
import { PasswordInput } from "./password-input.tsx";
import { Username } from "./username.tsx";

type Props = { orderId: string; here: string; option: Extract<WayToKeep, { way: "password" }> };

/** A single field: everything else is known from the order. */
export function KeepOrderForm({ orderId, here, option: { email, others } }: Props) {
  const t = useTranslations("account.keep");
  const form = useTranslations("account.form");
  return (
    <>
      <p className="mt-2">
        {t.rich("lead", { email: () => <EmailAddress>{email}</EmailAddress> })}{" "}
        {others > 0 && t("leadMore", { count: others })}
      </p>
      <ActionForm id="keep" action={keepOrder} problem={form("problem")} className="mt-5 space-y-5">
        <HiddenField name="orderId" value={orderId} />
        <HiddenField name="next" value={here} />
        <Username email={email} />
        <PasswordInput name="password" kind="new" />
        <SubmitButton busy={t("submitting")}>{t("submit")}</SubmitButton>
      </ActionForm>
    </>
  );
}
