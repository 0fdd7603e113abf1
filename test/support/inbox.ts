import { type Received, type SmtpSink, startSmtpSink } from "#test/mail/smtp-sink.ts";
import { until } from "./until.ts";

export type Inbox = SmtpSink & {
  /** Waits for the latest mail to this address. */
  mailTo(address: string): Promise<Received>;
  /** The link in that mail that contains `part`. */
  linkTo(address: string, part: string): Promise<URL>;
};

/**
 * A mail server for a whole test file. Open it before anything reads the configuration: `const inbox = await
 * vi.hoisted(async () => (await import("#test/support/inbox.ts")).openInbox());`
 */
export async function openInbox(): Promise<Inbox> {
  const sink = await startSmtpSink();
  process.env.SMTP_URL = `smtp://127.0.0.1:${sink.port}`;
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
