import type { ReactElement } from "react";
import { emailAddress } from "#lib/platform/email-address.ts";
import { env } from "#lib/platform/env.ts";
import { headerText } from "./clean-text.ts";
import { mailer } from "./mailer.ts";
import { UndeliverableMail } from "./undeliverable-mail.ts";

export type Mail = {
  /** A permanent name for the mail, "order.{id}.confirmation.v1". Becomes the Message-ID. */
  id: string;
  to: { name: string | null; address: string };
  subject: string;
  body: ReactElement;
};

// The whole attempt, shorter than a mail's lease (send-once.ts): a server that trickles its answers never trips a
// socket timeout.
const deadlineMs = 45_000;

/**
 * Renders HTML and text from one template and sends them. @throws if the mail server rejects them, UndeliverableMail if
 * it does so for good
 */
export async function sendMail(mail: Mail): Promise<void> {
  const address = deliverable(mail.to.address);
  const { html, text } = await renderMail(mail);
  const message = {
    messageId: `<${messageIdOf(mail)}>`,
    // Name and address are separate, so that a name cannot become a second recipient.
    to: { name: headerText(mail.to.name ?? ""), address },
    subject: headerText(mail.subject),
    html,
    text,
  };
  await beforeDeadline((signal) => mailer.get().send({ ...message, signal }));
}

/**
 * Unlike AbortSignal.timeout it ends with the work; otherwise the signals of many mails would be kept, and fire, for
 * nothing.
 */
async function beforeDeadline(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), deadlineMs);
  try {
    await work(deadline.signal);
  } finally {
    clearTimeout(timer);
  }
}

/** The HTML and text parts of a mail. */
export async function renderMail({ body }: Pick<Mail, "body">): Promise<{ html: string; text: string }> {
  // Loaded on demand: only the worker renders mails.
  const { renderParts } = await import("./render-parts.ts");
  return renderParts(body);
}

/** @throws for an id that is not safe in a header */
export function messageIdOf(mail: Pick<Mail, "id">): string {
  if (!/^[\w.-]+$/.test(mail.id))
    throw new Error("A mail's id consists of letters, digits, dots and hyphens");
  return `${mail.id}@${env.MAIL_FROM.address.split("@")[1]}`;
}

/** @throws for anything but one plain address, and for the placeholder address of an anonymous user */
function deliverable(given: string): string {
  const { data: address } = emailAddress.safeParse(given);
  if (!address || /\.invalid$/i.test(address))
    throw new UndeliverableMail("Refused to mail an address that cannot exist");
  return address;
}
