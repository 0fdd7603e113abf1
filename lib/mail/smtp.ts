import { createTransport } from "nodemailer";
import type { Mailer } from "./mailer.ts";

// Shorter than the lease of a mail (send-once.ts), so that a stuck server cannot make a second worker send as well.
const timeoutMs = 15_000;

/** Sends by an SMTP server: `url` is smtp:// or smtps://, `from` the sender of every mail. */
export function smtpMailer({ url, from }: { url: string; from: string }): Mailer {
  const transport = createTransport(
    {
      url,
      pool: true,
      maxConnections: 3,
      connectionTimeout: timeoutMs,
      greetingTimeout: timeoutMs,
      socketTimeout: timeoutMs,
      // A mail is made of what we render; it never reads a file or an address by itself.
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    { from, headers: { "Auto-Submitted": "auto-generated" } },
  );
  return {
    send: async (message) => void (await transport.sendMail(message)),
    close: () => transport.close(),
  };
}
