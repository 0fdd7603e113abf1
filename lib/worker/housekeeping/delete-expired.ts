import { setTimeout as sleep } from "node:timers/promises";
import { removeCarts, undecidedPayments } from "#lib/commerce/cart/index.ts";
import { forgetBuyers } from "#lib/commerce/notifications/index.ts";
import { oldestIdempotencyRecord } from "#lib/commerce/order/index.ts";
import { jobRetentionDays } from "#lib/events/retention.ts";
import { now } from "#lib/platform/clock.ts";
import { db, type Transaction, withTransaction } from "#lib/platform/database/db.ts";
import { log } from "#lib/platform/log/log.ts";

const batchSize = 500;
const guestDays = 30;

// Longer than a failed job can be replayed, so that a replay never sends a mail twice.
const mailDays = 2 * jobRetentionDays;

// No provider repeats a webhook after that long.
const webhookDays = 90;

const daysAgo = (days: number) => new Date(now().getTime() - days * 86_400_000);

/** The number of deleted rows, by kind. */
type DeletedRows = Record<string, number>;

/**
 * Deletes expired rows in batches, so that no lock is held for long. Idempotent, and safe to run concurrently.
 * @throws AggregateError if rows of a kind cannot be deleted, after all other kinds
 */
export async function deleteExpired(): Promise<DeletedRows> {
  const deleted: DeletedRows = {};
  const failures: unknown[] = [];
  for (const [name, remove] of Object.entries(expiredRows)) {
    try {
      deleted[name] = await inBatches(remove);
    } catch (error) {
      failures.push(error);
    }
  }
  log.info({ deleted }, "housekeeping done");
  if (failures.length > 0)
    throw new AggregateError(failures, `${failures.length} kind(s) of expired rows could not be deleted`);
  return deleted;
}

async function inBatches(remove: () => Promise<number>): Promise<number> {
  let total = 0;
  for (;;) {
    const removed = await remove();
    total += removed;
    if (removed < batchSize) return total;
    await sleep(50);
  }
}

const expiredRows = {
  holds: () => db.$executeRaw`
    delete from stock_hold where (cart_id, variant_id) in (
      select cart_id, variant_id from stock_hold where expires_at <= ${now()} limit ${batchSize})`,
  sessions: () => db.$executeRaw`
    delete from session where id in (select id from session where expires_at <= ${now()} limit ${batchSize})`,
  verifications: () => db.$executeRaw`
    delete from verification where id in (select id from verification where expires_at <= ${now()} limit ${batchSize})`,
  oauthTokens: () => db.$executeRaw`
    delete from oauth_token where id in (select id from oauth_token where expires_at <= ${now()} limit ${batchSize})`,
  idempotencyRecords: () => db.$executeRaw`
    delete from idempotency_record where (user_id, key) in (
      select user_id, key from idempotency_record where created_at <= ${oldestIdempotencyRecord()} limit ${batchSize})`,
  rateLimits: () => db.$executeRaw`
    delete from rate_limit where key in (
      select key from rate_limit where expire < ${now().getTime()}::bigint limit ${batchSize})`,
  outgoingMails: () => db.$executeRaw`
    delete from outgoing_mail where message_id in (
      select message_id from outgoing_mail where sent_at < ${daysAgo(mailDays)} limit ${batchSize})`,
  webhookEvents: () => db.$executeRaw`
    delete from webhook_event where (provider, event_id) in (
      select provider, event_id from webhook_event where received_at < ${daysAgo(webhookDays)} limit ${batchSize})`,
  buyers: forgetBuyers,
  couponHolds: () => db.$executeRaw`
    delete from coupon_hold where (cart_id, discount_id) in (
      select cart_id, discount_id from coupon_hold where expires_at <= ${now()} limit ${batchSize})`,
  carts: () => withTransaction(deleteExpiredCarts),
  guests: () => withTransaction(deleteUnusedGuests),
};

/** Carts that have not been used for their number of days. A cart that became an order is kept with it. */
async function deleteExpiredCarts(tx: Transaction): Promise<number> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select id from cart c where status <> 'ordered' and paying_id is null and not exists (${undecidedPayments}) and updated_at <= ${now()}::timestamptz - make_interval(days => expires_after_days)
    limit ${batchSize} for update skip locked`;
  await removeCarts(
    tx,
    rows.map((row) => row.id),
  );
  return rows.length;
}

/**
 * Anonymous users that never ordered, have no session, and were created more than a month ago. One that a program named
 * has no session to come back by, so it is kept as long as its carts.
 */
async function deleteUnusedGuests(tx: Transaction): Promise<number> {
  // "offset 0" keeps each condition a look-up for one guest. PostgreSQL would join the tables, and if it has not noticed
  // yet how many rows they have, it reads all carts for each guest.
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select u.id from "user" u
    where u.is_anonymous and u.created_at < ${daysAgo(guestDays)}
      and not exists (select 1 from "order" o where o.user_id = u.id offset 0)
      and not exists (select 1 from order_event e where e.user_id = u.id offset 0)
      and not exists (select 1 from session s where s.user_id = u.id and s.expires_at > ${now()} offset 0)
      and not exists (select 1 from oauth_token t where t.user_id = u.id and t.expires_at > ${now()} offset 0)
      and not exists (select 1 from cart c where c.user_id = u.id and exists (${undecidedPayments}) offset 0)
      and (u.anonymous_id is null or not exists (select 1 from cart c where c.user_id = u.id offset 0))
    limit ${batchSize} for update of u skip locked`;
  const ids = rows.map((row) => row.id);
  const carts = await tx.cart.findMany({ where: { userId: { in: ids } }, select: { id: true } });
  await removeCarts(
    tx,
    carts.map((cart) => cart.id),
  );
  await tx.customerAddress.deleteMany({ where: { userId: { in: ids } } });
  await tx.user.deleteMany({ where: { id: { in: ids } } });
  return ids.length;
}
