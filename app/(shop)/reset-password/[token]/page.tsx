import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { perform } from "#lib/platform/verb/index.ts";
import { account } from "#lib/storefront/account/verbs.ts";
import { currentContext } from "#lib/storefront/visitor/current-context.ts";
import { EntryFrame } from "../../../_components/account/entry-frame.tsx";
import { PasswordInput } from "../../../_components/account/password-input.tsx";
import { DeadEnd } from "../../../_components/dead-end.tsx";
import { ActionForm } from "../../../_components/form/action-form.tsx";
import { HiddenField } from "../../../_components/form/hidden-field.tsx";
import { SubmitButton } from "../../../_components/form/submit-button.tsx";
import { Icon } from "../../../_components/icon.tsx";
import { Link } from "../../../_components/link.tsx";
import { savePassword } from "./save-password.ts";

type Props = { params: Promise<{ token: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ token }, t] = await Promise.all([params, getTranslations("account.reset")]);
  const title = t((await isGood(token)) ? "title" : "deadTitle");
  return { title, robots: { index: false, follow: false } };
}

const isGood = cache(async (token: string) =>
  perform(account.isResetLinkValid, await currentContext(), { token }),
);

/** The page behind the mailed link. Opening it does not use up the link. */
export default async function ResetPasswordPage({ params }: Props) {
  const [{ token }, t, form] = await Promise.all([
    params,
    getTranslations("account.reset"),
    getTranslations("account.form"),
  ]);
  if (!(await isGood(token))) {
    return (
      <DeadEnd mark={<Icon name="warning" className="size-9" />} title={t("deadTitle")} lead={t("deadLead")}>
        <Link href="/forgot-password" className="button">
          {t("ask")}
        </Link>
      </DeadEnd>
    );
  }
  return (
    <EntryFrame title={t("title")} lead={t("lead")}>
      <ActionForm id="reset" action={savePassword} problem={form("problem")} className="space-y-6">
        <HiddenField name="token" value={token} />
        <PasswordInput name="newPassword" kind="new" label={form("newPassword")} />
        <SubmitButton busy={t("submitting")} className="button button-large w-full">
          {t("submit")}
        </SubmitButton>
      </ActionForm>
    </EntryFrame>
  );
}
