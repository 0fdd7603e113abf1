import { useTranslations } from "next-intl";
import type { FormAction } from "#lib/storefront/forms/form-action.ts";
import { ActionForm } from "../form/action-form.tsx";
import { SubmitButton } from "../form/submit-button.tsx";
import { PasswordInput } from "./password-input.tsx";
import { Username } from "./username.tsx";

/** Changes the password of the account. */
export function PasswordForm({ action, email }: { action: FormAction; email: string }) {
  const t = useTranslations("account.profile");
  const form = useTranslations("account.form");
  return (
    <section aria-labelledby="password">
      <h2 id="password">{t("passwordTitle")}</h2>
      <p className="mt-2 mb-4 text-ink-soft">{t("passwordLead")}</p>
      <ActionForm id="change-password" action={action} problem={form("problem")} className="space-y-5">
        <Username email={email} />
        <PasswordInput name="currentPassword" kind="current" label={t("currentPassword")} />
        <PasswordInput name="newPassword" kind="new" label={form("newPassword")} />
        <SubmitButton busy={t("saving")}>{t("passwordSave")}</SubmitButton>
      </ActionForm>
    </section>
  );
}
