import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { formTitle } from "#lib/storefront/forms/form-title.ts";
import { EntryFrame } from "../../_components/account/entry-frame.tsx";
import { ActionForm } from "../../_components/form/action-form.tsx";
import { EmailField } from "../../_components/form/email-field.tsx";
import { SubmitButton } from "../../_components/form/submit-button.tsx";
import { Link } from "../../_components/link.tsx";
import { mailResetLink } from "./mail-reset-link.ts";

type Props = { searchParams: Promise<{ status?: string | string[] }> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const [{ status }, t] = await Promise.all([searchParams, getTranslations("account.forgot")]);
  return {
    title: await formTitle(t(status === "sent" ? "sentTitle" : "title")),
    robots: { index: false, follow: false },
  };
}

/** Requests a password reset by mail. */
export default async function ForgotPasswordPage({ searchParams }: Props) {
  const [{ status }, t, form] = await Promise.all([
    searchParams,
    getTranslations("account.forgot"),
    getTranslations("account.form"),
  ]);
  if (status === "sent") {
    return (
      <EntryFrame title={t("sentTitle")} lead={t("sent")}>
        <p className="text-ink-soft">{t("sentHelp")}</p>
        <div className="mt-8 flex flex-wrap gap-4">
          <Link href="/sign-in" className="button">
            {t("back")}
          </Link>
          <Link href="/forgot-password" className="button button-quiet">
            {t("again")}
          </Link>
        </div>
      </EntryFrame>
    );
  }
  return (
    <EntryFrame title={t("title")} lead={t("lead")}>
      <ActionForm id="forgot" action={mailResetLink} problem={form("problem")} className="space-y-6">
        <EmailField label={form("email")} autoComplete="username" />
        <SubmitButton busy={t("submitting")} className="button button-large w-full">
          {t("submit")}
        </SubmitButton>
      </ActionForm>
      <Link href="/sign-in" className="link mt-6 inline-flex min-h-11 items-center">
        {t("back")}
      </Link>
    </EntryFrame>
  );
}
