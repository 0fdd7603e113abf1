import { useTranslations } from "next-intl";
import { EmailField } from "../../../_components/form/email-field.tsx";
import { SubmitButton } from "../../../_components/form/submit-button.tsx";
import { TextField } from "../../../_components/form/text-field.tsx";

/** The fields of the lookup form. */
export function LookupFields() {
  const t = useTranslations("shop.lookup");
  return (
    <div className="space-y-6">
      <EmailField label={t("email")} hint={t("emailHint")} />
      <TextField
        name="orderNumber"
        label={t("number")}
        hint={t("numberHint")}
        autoComplete="off"
        autoCapitalize="characters"
        dir="ltr"
        enterKeyHint="search"
        spellCheck={false}
      />
      <SubmitButton busy={t("submitting")} className="button button-large w-full">
        {t("submit")}
      </SubmitButton>
    </div>
  );
}
