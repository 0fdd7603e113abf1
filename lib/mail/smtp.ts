import { createTransport } from "nodemailer";
import type { Mailer } from "./mailer.ts";
import { asUndeliverable } from "./undeliverable-mail.ts";

// Shorter than a mail's lease (send-once.ts), so that no second worker sends while a server hangs.
const timeoutMs = 15_000;

/** Sends through an SMTP server: `url` is smtp:// or smtps://, `from` the sender of every mail. */
export function smtpMailer({ url, from }: { url: string; from: { name: string; address: string } }): Mailer {
  const transport = createTransport(
    {
      url,
      pool: true,
      maxConnections: 3,
      connectionTimeout: timeoutMs,
      greetingTimeout: timeoutMs,
      socketTimeout: timeoutMs,
      // Mails are fully rendered; nodemailer never needs to read files or URLs.
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    // Our mails are mostly ASCII; nodemailer would count the letters of each to find the same encoding.
    { from, headers: { "Auto-Submitted": "auto-generated" }, encoding: "quoted-printable" },
  );
  return {
    send: async (message) => {
      try {
        await transport.sendMail(message);
      } catch (error) {
        throw asUndeliverable(error);
      }
    },
    close: () => transport.close(),
  };
}
