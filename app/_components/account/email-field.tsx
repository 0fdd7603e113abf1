import { useTranslations } from "next-intl";
import { TextField } from "../form/text-field.tsx";

type Props = {
  /** "username" for signing in, so that browsers offer a saved one. */
  autoComplete?: "email" | "username";
  hint?: string;
};

/** The account's e-mail address. */
export function EmailField({ autoComplete = "email", hint }: Props) {
  const t = useTranslations("account.form");
  return (
    <TextField
      name="email"
      label={t("email")}
      type="email"
      autoComplete={autoComplete}
      inputMode="email"
      enterKeyHint="next"
      autoCapitalize="none"
      spellCheck={false}
      {...(hint !== undefined && { hint })}
    />
  );
}
