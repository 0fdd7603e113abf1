import { setTimeout as sleep } from "node:timers/promises";
import * as z from "zod";
import { Prisma, send } from "#lib/platform/database/db.ts";
import { together } from "#lib/platform/database/together.ts";
import { type Mail, messageIdOf, sendMail } from "./send-mail.ts";

const leaseSeconds = 60;
const pollMs = 250;
const leasedRow = z.object({ messageId: z.string() });

// Longer than a database takes to come back. Until then nobody else can take the lease.
const recordedWithinMs = 10 * 60_000;

/**
 * Sends a mail once, however often and by however many workers it is requested. If a sender crashes, its lease ends and
 * the mail is sent by another; only a crash of the sender between the server's answer and our record of it can send it
 * twice.
 * @throws if the server rejects the mail; the next call tries again, which does not help against an UndeliverableMail
 */
export async function sendOnce(mail: Mail): Promise<void> {
  const messageId = messageIdOf(mail);
  if (!(await takeLease(messageId))) return;
  try {
    await sendMail(mail);
  } catch (error) {
    await send(Prisma.sql`update outgoing_mail set leased_until = null where message_id = ${messageId}`);
    throw error;
  }
  await recordSent(messageId);
}

/** Repeated while the database is away: without the record the mail would be sent again. */
async function recordSent(messageId: string): Promise<void> {
  const sentAt = new Date();
  for (;;) {
    try {
      await record({ messageId, sentAt });
      return;
    } catch (error) {
      if (Date.now() - sentAt.getTime() > recordedWithinMs) throw error;
      await sleep(pollMs);
    }
  }
}

/** Mails that are sent at the same time share the statement. */
const record = together(async (sent: { messageId: string; sentAt: Date }[]): Promise<undefined[]> => {
  await send(Prisma.sql`
    update outgoing_mail set sent_at = sent.at, leased_until = null
    from unnest(${sent.map((mail) => mail.messageId)}::text[], ${sent.map((mail) => mail.sentAt)}::timestamptz[]) sent (id, at)
    where message_id = sent.id`);
  return sent.map(() => undefined);
});

/** True: the caller has to send the mail. False: it was sent. Waits while another sender has the lease. */
async function takeLease(messageId: string): Promise<boolean> {
  for (;;) {
    if (await lease(messageId)) return true;
    const sent = await send(
      Prisma.sql`select 1 from outgoing_mail where message_id = ${messageId} and sent_at is not null`,
    );
    if (sent.length > 0) return false;
    await sleep(pollMs);
  }
}

/**
 * Whether the caller has the lease now. Senders that ask at the same time share the statement, one of them the lease.
 */
const lease = together(async (messageIds: string[]): Promise<boolean[]> => {
  const rows = await send(Prisma.sql`
    insert into outgoing_mail (message_id, leased_until)
    select id, now() + make_interval(secs => ${leaseSeconds})
    from unnest(${[...new Set(messageIds)].sort()}::text[]) id
    on conflict (message_id) do update set leased_until = excluded.leased_until
    where outgoing_mail.sent_at is null and (outgoing_mail.leased_until is null or outgoing_mail.leased_until < now())
    returning message_id as "messageId"`);
  const leased = new Set(rows.map((row) => leasedRow.parse(row).messageId));
  return messageIds.map((messageId) => leased.delete(messageId));
});
