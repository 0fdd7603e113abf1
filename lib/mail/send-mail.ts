import type { ReactElement } from "react";
import { render, toPlainText } from "react-email";
import { env } from "#lib/env.ts";
import { transport } from "./transport.ts";

export type Mail = {
  /** Names the mail for good: "order.{id}.confirmation.v1". It becomes the Message-ID. */
  id: string;
  to: { name: string | null; address: string };
  subject: string;
  body: ReactElement;
};

/** Renders HTML and text from one template and hands both to the mail server. @throws when it does not take them */
export async function sendMail(mail: Mail): Promise<void> {
  const html = await render(mail.body);
  await transport.sendMail({
    messageId: `<${messageIdOf(mail)}>`,
    // Name and address apart: nothing in a name can become a second recipient.
    to: { name: mail.to.name ?? "", address: deliverable(mail.to.address) },
    subject: mail.subject,
    html,
    text: toPlainText(html),
  });
}

export function messageIdOf(mail: Pick<Mail, "id">): string {
  return `${mail.id}@${senderDomain()}`;
}

function senderDomain(): string {
  return env.MAIL_FROM.match(/@([A-Za-z0-9.-]+)/)?.[1] ?? "localhost";
}

/** @throws for the made-up address of an anonymous user: nobody reads it */
function deliverable(address: string): string {
  if (/\.invalid$/i.test(address)) throw new Error("Refused to mail an address that cannot exist");
  return address;
}
