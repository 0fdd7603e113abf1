import { useTranslations } from "next-intl";
import { SubmitButton } from "../form/submit-button.tsx";
import { signOut } from "./actions/sign-out.ts";

/** A form post, so that prefetching a link cannot sign anybody out. */
export function SignOutButton({ className }: { className: string }) {
  const t = useTranslations("account.nav");
  return (
    <form action={signOut}>
      <SubmitButton busy={t("signingOut")} className={className}>
        {t("signOut")}
      </SubmitButton>
    </form>
  );
}
