import { useTranslations } from "next-intl";
import { TextField } from "../form/text-field.tsx";

type Props = {
  /** "username" where an account is entered, so that browsers offer the one they keep. */
  autoComplete?: "email" | "username";
  hint?: string;
};

/** The address that an account goes by. */
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
