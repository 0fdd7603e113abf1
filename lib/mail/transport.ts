import { createTransport } from "nodemailer";
import { env } from "#lib/platform/env.ts";

// Shorter than the lease of a mail (send-once.ts), so that a stuck server cannot make a second worker send as well.
const timeoutMs = 15_000;

export const transport = createTransport(
  {
    url: env.SMTP_URL,
    pool: true,
    maxConnections: 3,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    // A mail is made of what we render; it never reads a file or an address by itself.
    disableFileAccess: true,
    disableUrlAccess: true,
  },
  { from: env.MAIL_FROM, headers: { "Auto-Submitted": "auto-generated" } },
);
