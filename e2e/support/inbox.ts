import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import * as z from "zod";

const address = z.object({ address: z.string(), name: z.string() });
const stored = z.object({
  id: z.string(),
  subject: z.string().default(""),
  html: z.string().default(""),
  text: z.string().default(""),
  headers: z.record(z.string(), z.unknown()).default({}),
  from: z.array(address).default([]),
  to: z.array(address).default([]),
});

/** A mail as it arrived. `links` are the targets of its anchors, or the addresses in its text when it has no HTML. */
export type Mail = {
  id: string;
  subject: string;
  from: string;
  html: string;
  text: string;
  links: string[];
  headers: Record<string, unknown>;
};

export type Inbox = {
  /** All mails to an address, the oldest first. */
  mailsTo(to: string): Promise<Mail[]>;
  /** The newest mail to an address, waited for; a `subject` must occur in the mail's or match it. */
  waitForMail(wanted: { to: string; subject?: string | RegExp; timeoutMs?: number }): Promise<Mail>;
};

/** The mailbox of the shop under test, read over its web interface as a mail program would show it. */
export function openInbox(): Inbox {
  const folder = process.env.E2E_DATA_DIR ?? "";
  const ports = z
    .object({ mailbox: z.number() })
    .parse(JSON.parse(readFileSync(join(folder, "ports.json"), "utf8")));
  const mailbox = `http://127.0.0.1:${ports.mailbox}/api/email`;

  const mailsTo = async (to: string) => {
    const response = await fetch(mailbox, { headers: { accept: "application/json" } });
    const mails = z.array(stored).parse(await response.json());
    return mails.filter((mail) => mail.to.some((each) => sameAddress(each.address, to))).map(toMail);
  };

  return {
    mailsTo,
    waitForMail: async ({ to, subject, timeoutMs = 20_000 }) => {
      const deadline = Date.now() + timeoutMs;
      for (;;) {
        const mails = await mailsTo(to);
        const found = mails.findLast((mail) => fits(mail, subject));
        if (found) return found;
        if (Date.now() > deadline) {
          const seen = mails.map((mail) => mail.subject).join(", ") || "nothing";
          throw new Error(
            `No mail to ${to}${subject ? ` about ${subject}` : ""} within ${timeoutMs} ms; there was ${seen}.`,
          );
        }
        await sleep(200);
      }
    },
  };
}

function fits(mail: Mail, subject: string | RegExp | undefined): boolean {
  if (subject === undefined) return true;
  return typeof subject === "string" ? mail.subject.includes(subject) : subject.test(mail.subject);
}

function toMail({ id, subject, html, text, headers, from }: z.infer<typeof stored>): Mail {
  const anchors = [...html.matchAll(/<a\s[^>]*href="([^"]+)"/gi)].map((match) => decode(match[1] ?? ""));
  const links = html ? anchors : [...text.matchAll(/https?:\/\/\S+/g)].map((match) => match[0]);
  return { id, subject, html, text, headers, links, from: from[0]?.address ?? "" };
}

// The mailbox writes the part after the @ in lower case.
function sameAddress(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function decode(attribute: string): string {
  return attribute.replaceAll("&quot;", '"').replaceAll("&#x27;", "'").replaceAll("&amp;", "&");
}
