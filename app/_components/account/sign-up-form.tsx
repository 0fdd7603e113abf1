import { useTranslations } from "next-intl";
import { signInPath } from "#lib/storefront/account/entry-paths.ts";
import type { KnownContact } from "#lib/storefront/account/known-contact.ts";
import type { FormAction } from "#lib/storefront/forms/form-action.ts";
import { ActionForm } from "../form/action-form.tsx";
import { EmailField } from "../form/email-field.tsx";
import { HiddenField } from "../form/hidden-field.tsx";
import { SubmitButton } from "../form/submit-button.tsx";
import { TextField } from "../form/text-field.tsx";
import { LinkOnError } from "./link-on-error.tsx";
import { PasswordInput } from "./password-input.tsx";

type Props = { action: FormAction; next: string | null; contact: KnownContact };

/** The fields of a new account; only address and password are required. */
export function SignUpForm({ action, next, contact }: Props) {
  const t = useTranslations("account.signUp");
  const form = useTranslations("account.form");
  const refused = useTranslations("account.refused");
  return (
    <ActionForm
      id="sign-up"
      action={action}
      defaultValue={contact}
      problem={form("problem")}
      className="space-y-6"
    >
      {next && <HiddenField name="next" value={next} />}
      <div>
        <EmailField label={form("email")} hint={t("emailHint")} />
        <LinkOnError field="email" error={refused("USER_ALREADY_EXISTS")} href={signInPath(next)}>
          {t("taken")}
        </LinkOnError>
      </div>
      <TextField
        name="name"
        label={form("name")}
        optional={form("optional")}
        autoComplete="name"
        enterKeyHint="next"
        maxLength={100}
      />
      <PasswordInput name="password" kind="new" />
      <SubmitButton busy={t("submitting")} className="button button-large w-full">
        {t("submit")}
      </SubmitButton>
    </ActionForm>
  );
}
