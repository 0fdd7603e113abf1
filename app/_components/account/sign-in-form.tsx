import { useTranslations } from "next-intl";
import type { FormAction } from "#lib/storefront/forms/form-action.ts";
import { ActionForm } from "../form/action-form.tsx";
import { EmailField } from "../form/email-field.tsx";
import { HiddenField } from "../form/hidden-field.tsx";
import { SubmitButton } from "../form/submit-button.tsx";
import { Link } from "../link.tsx";
import { PasswordInput } from "./password-input.tsx";

type Props = { action: FormAction; next: string | null; email: string };

/** Address and password, and the choice about this browser's guest orders, if any. */
export function SignInForm({ action, next, email }: Props) {
  const t = useTranslations("account.signIn");
  const form = useTranslations("account.form");
  return (
    <ActionForm
      id="sign-in"
      action={action}
      defaultValue={{ email }}
      problem={form("problem")}
      className="space-y-6"
    >
      {next && <HiddenField name="next" value={next} />}
      <EmailField label={form("email")} autoComplete="username" />
      <PasswordInput name="password" kind="current" />
      <SubmitButton busy={t("submitting")} className="button button-large w-full">
        {t("submit")}
      </SubmitButton>
      <p className="flex flex-wrap gap-x-6">
        <Link href="/forgot-password" className="link inline-flex min-h-11 items-center">
          {t("forgot")}
        </Link>
        {next?.startsWith("/checkout/") && (
          <Link href={next} className="link inline-flex min-h-11 items-center">
            {t("goOn")}
          </Link>
        )}
      </p>
    </ActionForm>
  );
}
