import { useTranslations } from "next-intl";
import type { FormAction } from "#lib/storefront/forms/form-action.ts";
import { ActionForm } from "../form/action-form.tsx";
import { SubmitButton } from "../form/submit-button.tsx";
import { TextField } from "../form/text-field.tsx";

/** Changes the name of the account's owner. */
export function NameForm({ action, name }: { action: FormAction; name: string }) {
  const t = useTranslations("account.profile");
  const form = useTranslations("account.form");
  return (
    <section aria-labelledby="name">
      <h2 id="name" className="mb-4">
        {t("nameTitle")}
      </h2>
      <ActionForm id="profile" action={action} defaultValue={{ name }} className="space-y-5">
        <TextField name="name" label={form("name")} autoComplete="name" maxLength={100} />
        <SubmitButton busy={t("saving")}>{t("nameSave")}</SubmitButton>
      </ActionForm>
    </section>
  );
}
