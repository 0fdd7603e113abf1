import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Status } from "#lib/storefront/account/status-words.ts";
import type { FormAction } from "#lib/storefront/forms/form-action.ts";
import { EntryFrame } from "../account/entry-frame.tsx";
import { ConfirmForm } from "../form/confirm-form.tsx";

type Props = {
  id: string;
  title: ReactNode;
  /** What the mail is for, before it is sent and after. */
  lead: { before: string; after: string };
  /** Says that the mail was sent. */
  status: Status | null;
  action: FormAction;
  /** Of the order's link. */
  token: string;
  back: { href: string; words: string };
};

/** Offers to mail a link for what the order's own link, which may have been forwarded, is not enough for. */
export function ProveByMail({ id, title, lead, status, action, token, back }: Props) {
  const t = useTranslations("account.order");
  // Only the mail leads further, so its button is no longer the one to press.
  const submit = status
    ? { words: t("askAgain"), className: "button button-quiet" }
    : { words: t("ask"), className: "button" };
  return (
    <EntryFrame title={title} lead={status ? lead.after : lead.before} status={status}>
      <p className="mb-6 text-ink-soft">{t("askWhy")}</p>
      <ConfirmForm
        id={id}
        action={action}
        fields={{ token }}
        submit={{ ...submit, busy: t("asking") }}
        back={back}
      />
    </EntryFrame>
  );
}
