import { useTranslations } from "next-intl";
import { takesGuests } from "#lib/commerce/notifications/index.ts";
import { EmailAddress } from "../email-address.tsx";
import { ActionForm } from "../form/action-form.tsx";
import { SubmitButton } from "../form/submit-button.tsx";
import { mailConfirmation } from "./actions/mail-confirmation.ts";

type Props = {
  email: string;
  /** Whether an expired link was just opened. */
  dead?: boolean;
};

/** Shown for an unverified address: what to do and why, with a button to send the mail again. */
export function ConfirmAddress({ email, dead }: Props) {
  const t = useTranslations("account.confirm");
  return (
    <section aria-labelledby="confirm" className="card p-6">
      <h2 id="confirm">{t("title")}</h2>
      <p className="mt-2">
        {t.rich(dead ? "dead" : "text", { email: () => <EmailAddress>{email}</EmailAddress> })}
      </p>
      {takesGuests() && <p className="mt-1 text-ink-soft">{t("why")}</p>}
      <ActionForm id="confirm-address" action={mailConfirmation} className="mt-4">
        <SubmitButton busy={t("resending")} className="button button-quiet">
          {t("resend")}
        </SubmitButton>
      </ActionForm>
    </section>
  );
}
