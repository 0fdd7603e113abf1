import { createElement } from "react";
import { env } from "#lib/platform/env.ts";
import { sha256 } from "#lib/platform/secrets.ts";
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
  await sendLink(kind, { to, url, locale: await accountLocale(userId) });
}

type ProofMailKind = "cancellation" | "erasure";
type ProofLink = Link & { orderNumber: string };

/** Sends the link that cancels a guest's order or erases the guest's data. @throws if the mail server rejects it */
export async function sendProofLink(kind: ProofMailKind, { orderNumber, ...link }: ProofLink): Promise<void> {
  await sendLink(kind, link, { orderNumber });
}

type Link = { to: Mail["to"]; url: string; locale: string | null };

async function sendLink(
  kind: AccountMailKind | ProofMailKind,
  { to, url, locale }: Link,
  values: Record<string, string> = {},
): Promise<void> {
  // Loaded on demand: most requests send no mail.
  const { ActionMail } = await import("#emails/action-mail.tsx");
  const { language, direction, words, accountWords: t } = wordingFor(locale);
  const subject = t(`${kind}.subject`, values);
  const body = createElement(ActionMail, {
    frame: {
      language,
      direction,
      title: subject,
      preheader: t(`${kind}.preheader`, values),
      shop: { name: words("shop.name"), url: env.STOREFRONT_URL },
      label: t(`${kind}.label`, values),
      footer: [t(`${kind}.footer`, values)],
    },
    heading: t(`${kind}.heading`, values),
    paragraphs: [t(`${kind}.lead`, values)],
    action: { label: t(`${kind}.action`), url, fallback: words("action.fallback") },
    closing: [t(`${kind}.ignore`)],
  });
  // The mail of a link has one Message-ID, however often it is sent.
  await sendMail({ id: `account.${sha256(url).slice(0, 32)}`, to, subject, body });
}
