import { afterAll } from "vitest";
import { mailer, smtpMailer } from "#lib/mail/index.ts";
import { env } from "#lib/platform/env.ts";
import { type Received, type SmtpSink, startSmtpSink } from "#test/mail/smtp-sink.ts";
import { until } from "./until.ts";
import "#lib/shop.ts";

export type Inbox = SmtpSink & {
  /** Waits for the latest mail to this address. */
  mailTo(address: string): Promise<Received>;
  /** The link in that mail that contains `part`. */
  linkTo(address: string, part: string): Promise<URL>;
};

/** A mail server for this test file: the shop sends its mail there until the file ends. */
export async function openInbox(): Promise<Inbox> {
  const sink = await startSmtpSink();
  const before = mailer.get();
  const ours = smtpMailer({ url: `smtp://127.0.0.1:${sink.port}`, from: env.MAIL_FROM });
  mailer.provide(ours);
  afterAll(async () => {
    mailer.provide(before);
    ours.close();
    await sink.stop();
  });
  const mailTo = (address: string) =>
    until(async () => sink.received.findLast(({ recipients }) => recipients.includes(address)), 5_000);
  return {
    ...sink,
    mailTo,
    async linkTo(address, part) {
      const { parsed } = await mailTo(address);
      const links = parsed.text?.match(/https?:\/\/[^\s<>\])]+/g) ?? [];
      const link = links.find((candidate) => candidate.includes(part));
      if (!link) throw new Error(`No link with ${part} in: ${parsed.text}`);
      return new URL(link);
    },
  };
}
