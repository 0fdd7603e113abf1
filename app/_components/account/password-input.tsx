import { useTranslations } from "next-intl";
import { passwordLength } from "#lib/accounts/auth/password-length.ts";
import { PasswordField } from "./password-field.tsx";

type Props = {
  name: "password" | "currentPassword" | "newPassword";
  /** "new" adds a hint on what makes a good password. */
  kind: "current" | "new";
  label?: string;
};

/** A password field with its labels. */
export function PasswordInput({ name, kind, label }: Props) {
  const t = useTranslations("account.form");
  return (
    <PasswordField
      name={name}
      label={label ?? t("password")}
      autoComplete={`${kind}-password`}
      show={t(`show.${name}`)}
      {...(kind === "new" && { hint: t("passwordHint", { min: passwordLength.min }) })}
    />
  );
}
