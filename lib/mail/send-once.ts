import { setTimeout as sleep } from "node:timers/promises";
import { db } from "#lib/platform/db.ts";
import { type Mail, messageIdOf, sendMail } from "./send-mail.ts";

const leaseSeconds = 60;
const pollMs = 250;

/**
 * Sends a mail that must arrive once, however often and by however many workers it is asked for. A crash while
 * sending frees the mail when its lease ends; only a crash between the server's yes and our note of it can send twice.
 * @throws when the server does not take the mail; the next call tries again
 */
export async function sendOnce(mail: Mail): Promise<void> {
  const messageId = messageIdOf(mail);
  if (!(await takeLease(messageId))) return;
  try {
    await sendMail(mail);
  } catch (error) {
    await db.outgoingMail.updateMany({ where: { messageId }, data: { leasedUntil: null } });
    throw error;
  }
  await db.outgoingMail.updateMany({ where: { messageId }, data: { sentAt: new Date(), leasedUntil: null } });
}

/** True: it is ours to send. False: it has been sent. While somebody else is at it, waits for how that ends. */
async function takeLease(messageId: string): Promise<boolean> {
  for (;;) {
    const taken = await db.$executeRaw`
      insert into outgoing_mail (message_id, leased_until) values (${messageId}, now() + make_interval(secs => ${leaseSeconds}))
      on conflict (message_id) do update set leased_until = excluded.leased_until
      where outgoing_mail.sent_at is null and (outgoing_mail.leased_until is null or outgoing_mail.leased_until < now())`;
    if (taken === 1) return true;
    const row = await db.outgoingMail.findUnique({ where: { messageId }, select: { sentAt: true } });
    if (row?.sentAt) return false;
    await sleep(pollMs);
  }
}
