import { createTranslator } from "next-intl";
import { createElement } from "react";
import { env } from "#lib/platform/env.ts";
import { locale, messages } from "#lib/platform/i18n/messages.ts";
import { newId } from "#lib/platform/ids.ts";
import { type Mail, sendMail } from "./send-mail.ts";

export type AccountMailKind = "verification" | "passwordReset" | "claim";

/** Sends a mail with one thing to do at `url` about an account. @throws when the mail server does not take it */
export async function sendAccountMail(kind: AccountMailKind, to: Mail["to"], url: string): Promise<void> {
  // Loaded when it is needed, as every template: most requests send no mail.
  const { AccountMail } = await import("#emails/account-mail.tsx");
  const t = createTranslator({ locale, messages, namespace: `accountMail.${kind}` });
  const shared = createTranslator({ locale, messages, namespace: "mail" });
  const body = createElement(AccountMail, {
    frame: {
      language: locale,
      title: t("subject"),
      preheader: t("preheader"),
      shop: { name: shared("shop.name"), url: env.STOREFRONT_URL },
      label: t("label"),
      footer: [t("footer")],
    },
    heading: t("heading"),
    paragraphs: [t("lead")],
    action: { label: t("action"), url, fallback: shared("action.fallback") },
    closing: [t("ignore")],
  });
  await sendMail({ id: `account.${newId()}`, to, subject: t("subject"), body });
}
