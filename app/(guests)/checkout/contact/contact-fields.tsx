import { useTranslations } from "next-intl";
import { EmailField } from "../../../_components/form/email-field.tsx";
import { TextField } from "../../../_components/form/text-field.tsx";

/** The contact fields; only the e-mail address is required. */
export function ContactFields() {
  const t = useTranslations("shop.contact");
  const checkout = useTranslations("shop.checkout");
  return (
    <>
      <EmailField label={t("email")} />
      <TextField
        name="name"
        label={t("name")}
        optional={checkout("optional")}
        autoComplete="name"
        enterKeyHint="next"
      />
      <TextField
        name="phone"
        label={t("phone")}
        optional={checkout("optional")}
        hint={t("phoneHint")}
        type="tel"
        autoComplete="tel"
        inputMode="tel"
        enterKeyHint="done"
      />
    </>
  );
}
