import { useTranslations } from "next-intl";
import { PlainForm } from "../form/plain-form.tsx";
import { SubmitButton } from "../form/submit-button.tsx";
import { signOut } from "./actions/sign-out.ts";

/** A form post, so that prefetching a link cannot sign anybody out. */
export function SignOutButton({ className }: { className: string }) {
  const t = useTranslations("account.nav");
  return (
    <PlainForm action={signOut}>
      <SubmitButton busy={t("signingOut")} className={className}>
        {t("signOut")}
      </SubmitButton>
    </PlainForm>
  );
}
