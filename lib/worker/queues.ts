import { PgBoss, type Queue } from "pg-boss";
import type { Handler } from "#lib/commerce/order/handler.ts";
import { eventTypes } from "#lib/events/events.ts";
import { insertJobs } from "#lib/events/insert-jobs.ts";
import { jobRetentionDays } from "#lib/events/retention.ts";

/** Where a job goes that failed every time; `npm run jobs` lists and replays it. */
export const deadLetterQueue = "dead-letter";

const retentionSeconds = jobRetentionDays * 24 * 60 * 60;

// About two hours of trying: 1 s, 2 s, 4 s … then every five minutes. A worker that died is noticed by its missing heartbeat.
const queueOptions = {
  retryLimit: 30,
  retryDelay: 1,
  retryBackoff: true,
  retryDelayMax: 300,
  expireInSeconds: 120,
  heartbeatSeconds: 20,
  retentionSeconds,
  deadLetter: deadLetterQueue,
  notify: true,
} satisfies Partial<Queue>;

/** The daily round of lib/worker/housekeeping. */
export const housekeepingQueue = "housekeeping";

/** The hourly round: unpaid orders end. */
export const unpaidOrdersQueue = "unpaid-orders";

/** Every minute: payments that are due are looked after, and whoever got money back is told. */
export const paymentsQueue = "payments";

const roundOptions = {
  retryLimit: 3,
  retryBackoff: true,
  expireInSeconds: 3600,
  deadLetter: deadLetterQueue,
} satisfies Partial<Queue>;

/**
 * Creates pg-boss' own tables and a queue for each handler, and writes down who listens to what: whoever records an
 * event looks there. Running it again changes nothing.
 */
export async function prepareQueues(connectionString: string, handlers: readonly Handler[]): Promise<void> {
  const boss = new PgBoss({ connectionString, supervise: false, schedule: false });
  await boss.start();
  try {
    await boss.createQueue(deadLetterQueue, { retentionSeconds });
    for (const round of [housekeepingQueue, unpaidOrdersQueue, paymentsQueue])
      await boss.createQueue(round, roundOptions);
    for (const { name } of handlers) await boss.createQueue(name, queueOptions);
    await subscribe(boss, handlers);
    await spreadEarlierJobs(boss);
  } finally {
    await boss.stop({ graceful: false });
  }
}

/** Nobody listens any more whom the list does not name: a module that was switched off gets no jobs. */
async function subscribe(boss: PgBoss, handlers: readonly Handler[]): Promise<void> {
  const wanted = handlers.flatMap(({ name, on }) => on.map((event) => ({ event, name })));
  await boss.getDb().executeSql(
    `with wanted as (select * from jsonb_to_recordset($1::jsonb) as w (event text, name text)),
     gone as (delete from pgboss.subscription s
       where not exists (select 1 from wanted w where w.event = s.event and w.name = s.name))
     insert into pgboss.subscription (event, name) select event, name from wanted on conflict do nothing`,
    [JSON.stringify(wanted)],
  );
}

/**
 * Until November 2026 an event had one queue, under its own name, for all its handlers. What still waits there, or was
 * replayed into it, becomes a job for each of them.
 */
export async function spreadEarlierJobs(boss: PgBoss): Promise<void> {
  await boss.getDb().executeSql(
    `with earlier as (
       delete from pgboss.job where name = any ($1) and state < 'active' returning id, name, data
     ),
     event as (
       select name as type, jsonb_build_object('id', id, 'type', name, 'orderId', data ->> 'orderId') as job from earlier
     ),
     ${insertJobs}`,
    [eventTypes],
  );
}
