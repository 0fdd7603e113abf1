import { setTimeout as sleep } from "node:timers/promises";
import type { Mail, Mailbox } from "./mail.ts";

type Wanted = { to: string; subject?: string | RegExp };

export type Inbox = Mailbox & {
  /** Waits for the newest mail to an address, whose subject contains or matches `subject`. */
  waitForMail(wanted: Wanted): Promise<Mail>;
  /** Waits for the newest link that contains `part` in the mails to an address. */
  waitForLink(to: string, part: string): Promise<string>;
};

/** A mailbox that waits for mails, up to `patienceMs`. Use a different address in every test. */
export function inboxOf({ mailsTo }: Mailbox, patienceMs: number): Inbox {
  /** Polls until `find` finds something in the mails. */
  async function waitFor<T>(
    { to }: Wanted,
    what: string,
    find: (mails: Mail[]) => T | undefined,
  ): Promise<T> {
    const deadline = Date.now() + patienceMs;
    for (;;) {
      const mails = await mailsTo(to);
      const found = find(mails);
      if (found !== undefined) return found;
      if (Date.now() > deadline) {
        const seen = mails.map((mail) => mail.subject).join(", ") || "nothing";
        throw new Error(`No mail to ${to} ${what} within ${patienceMs} ms; there was ${seen}.`);
      }
      await sleep(200);
    }
  }
  return {
    mailsTo,
    waitForMail: (wanted) =>
      waitFor(wanted, `about ${wanted.subject ?? "anything"}`, (mails) =>
        mails.findLast(({ subject }) => fits(subject, wanted.subject)),
      ),
    waitForLink: (to, part) =>
      waitFor({ to }, `with a link to ${part}`, (mails) =>
        mails
          .toReversed()
          .flatMap((mail) => mail.links)
          .find((link) => link.includes(part)),
      ),
  };
}

function fits(subject: string, wanted: string | RegExp | undefined): boolean {
  if (wanted === undefined) return true;
  return typeof wanted === "string" ? subject.includes(wanted) : wanted.test(subject);
}
