import { useTranslations } from "next-intl";
import { PasswordField } from "./password-field.tsx";

type Props = {
  name: "password" | "currentPassword" | "newPassword";
  /** "new" is one that is being chosen: it comes with a word about what makes a good one. */
  kind: "current" | "new";
  label?: string;
};

/** A password field with its words. */
export function PasswordInput({ name, kind, label }: Props) {
  const t = useTranslations("account.form");
  return (
    <PasswordField
      name={name}
      label={label ?? t("password")}
      autoComplete={`${kind}-password`}
      show={t(`show.${name}`)}
      {...(kind === "new" && { hint: t("passwordHint") })}
    />
  );
}
