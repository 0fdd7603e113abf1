import { useTranslations } from "next-intl";
import type { FormAction } from "#lib/storefront/forms/form-action.ts";
import { ActionForm } from "../form/action-form.tsx";
import { SubmitButton } from "../form/submit-button.tsx";
import { Link } from "../link.tsx";
import { PasswordInput } from "./password-input.tsx";
import { Username } from "./username.tsx";

/** Deletes the account, confirmed by its password. */
export function DeleteForm({ action, email }: { action: FormAction; email: string }) {
  const t = useTranslations("account.delete");
  const form = useTranslations("account.form");
  return (
    <ActionForm id="delete" action={action} problem={form("problem")} className="space-y-6">
      <Username email={email} />
      <PasswordInput name="password" kind="current" label={t("password")} />
      <div className="flex flex-wrap gap-4">
        <SubmitButton busy={t("submitting")} className="button button-danger">
          {t("submit")}
        </SubmitButton>
        <Link href="/account/profile" className="button button-quiet">
          {t("cancel")}
        </Link>
      </div>
    </ActionForm>
  );
}
