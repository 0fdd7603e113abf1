import { createElement } from "react";
import { env } from "#lib/platform/env.ts";
import { newId } from "#lib/platform/ids.ts";
import { accountLocale } from "./account-locale.ts";
import { wordingFor } from "./mail-words.ts";
import { type Mail, sendMail } from "./send-mail.ts";

type AccountMailKind = "verification" | "passwordReset" | "claim";

/** Sends an account mail with a single action at `url`. @throws if the mail server rejects it */
export async function sendAccountMail(
  kind: AccountMailKind,
  { userId, ...to }: Mail["to"] & { userId: string },
  url: string,
): Promise<void> {
  // Loaded on demand: most requests send no mail.
  const { AccountMail } = await import("#emails/account-mail.tsx");
  const { language, direction, words, accountWords: t } = wordingFor(await accountLocale(userId));
  const subject = t(`${kind}.subject`);
  const body = createElement(AccountMail, {
    frame: {
      language,
      direction,
      title: subject,
      preheader: t(`${kind}.preheader`),
      shop: { name: words("shop.name"), url: env.STOREFRONT_URL },
      label: t(`${kind}.label`),
      footer: [t(`${kind}.footer`)],
    },
    heading: t(`${kind}.heading`),
    paragraphs: [t(`${kind}.lead`)],
    action: { label: t(`${kind}.action`), url, fallback: words("action.fallback") },
    closing: [t(`${kind}.ignore`)],
  });
  await sendMail({ id: `account.${newId()}`, to, subject, body });
}
