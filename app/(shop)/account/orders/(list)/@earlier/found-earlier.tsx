import { useTranslations } from "next-intl";
import { EmailAddress } from "../../../../../_components/email-address.tsx";
import { ActionForm } from "../../../../../_components/form/action-form.tsx";
import { SubmitButton } from "../../../../../_components/form/submit-button.tsx";
import { mailClaimLink } from "./mail-claim-link.ts";

/** Earlier orders that the account can claim by mail. */
export function FoundEarlier({ email, count }: { email: string; count: number }) {
  const t = useTranslations("account.earlier");
  return (
    <section aria-labelledby="earlier" className="card mb-8 bg-sky-soft p-6">
      <h2 id="earlier">{t("title")}</h2>
      <p className="mt-2 max-w-prose">
        {t.rich("found", { count, email: () => <EmailAddress>{email}</EmailAddress> })}
      </p>
      <ActionForm id="claim-link" action={mailClaimLink} className="mt-4">
        <SubmitButton busy={t("mailing")}>{t("mail")}</SubmitButton>
      </ActionForm>
    </section>
  );
}
