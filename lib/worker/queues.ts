import { PgBoss, type Queue } from "pg-boss";
import type { Handler } from "#lib/commerce/order/handler.ts";
import { eventTypes } from "#lib/events/events.ts";
import { insertJobs } from "#lib/events/insert-jobs.ts";
import { jobRetentionDays } from "#lib/events/retention.ts";

/** Receives jobs that failed on every attempt; `npm run jobs` lists and replays them. */
export const deadLetterQueue = "dead-letter";

const retentionSeconds = jobRetentionDays * 24 * 60 * 60;

// Retries for about two hours: after 1 s, 2 s, 4 s … then every five minutes. The worker finds each at its next poll,
// up to ten seconds later. A missing heartbeat means that a worker crashed.
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

const scheduledOptions = { expireInSeconds: 3600, heartbeatSeconds: 20 } satisfies Partial<Queue>;

const retried = {
  ...scheduledOptions,
  retryLimit: 3,
  retryBackoff: true,
  deadLetter: deadLetterQueue,
} satisfies Partial<Queue>;

/** A run that fails is not retried: the run of the next minute does its work. */
const notRetried = { ...scheduledOptions, retryLimit: 0 } satisfies Partial<Queue>;

const everyMinute = "* * * * *";

/** The queues of jobs that run by the clock (cron, UTC). lib/worker/scheduled-jobs.ts says what each does. */
export const scheduledQueues = [
  { name: "housekeeping", cron: "17 3 * * *", options: retried },
  { name: "unpaid-orders", cron: "47 * * * *", options: retried },
  { name: "payments", cron: everyMinute, options: notRetried },
  // A queue of its own: a mail server that hangs must not delay payments.
  { name: "returned-money", cron: everyMinute, options: notRetried },
] as const satisfies readonly { name: string; cron: string; options: Partial<Queue> }[];

export type ScheduledQueue = (typeof scheduledQueues)[number]["name"];

/**
 * Creates pg-boss' tables and a queue for each handler and each scheduled job, and stores the subscriptions that
 * recordEvents reads. A migration `replaces` the options of queues that exist, and the subscriptions of other handlers, so
 * that a module that was removed gets no jobs. A worker only adds: it may be one of the previous version that starts
 * again after the migration, and the events of a new handler would be lost. Idempotent.
 */
export async function prepareQueues(
  connectionString: string,
  handlers: readonly Handler[],
  { replaces = true } = {},
): Promise<void> {
  const boss = new PgBoss({ connectionString, supervise: false, schedule: false });
  const prepare = async (name: string, options: Partial<Queue>) => {
    await boss.createQueue(name, options);
    if (replaces) await boss.updateQueue(name, options);
  };
  await boss.start();
  try {
    await prepare(deadLetterQueue, { retentionSeconds });
    for (const { name, options } of scheduledQueues) await prepare(name, options);
    for (const { name } of handlers) await prepare(name, queueOptions);
    await subscribe(boss, handlers, replaces);
    await spreadEarlierJobs(boss);
  } finally {
    await boss.stop({ graceful: false });
  }
}

async function subscribe(boss: PgBoss, handlers: readonly Handler[], replaces: boolean): Promise<void> {
  const wanted = handlers.flatMap(({ name, on }) => on.map((event) => ({ event, name })));
  await boss.getDb().executeSql(
    `with wanted as (select * from jsonb_to_recordset($1::jsonb) as w (event text, name text)),
     gone as (delete from pgboss.subscription s
       where $2 and not exists (select 1 from wanted w where w.event = s.event and w.name = s.name))
     insert into pgboss.subscription (event, name) select event, name from wanted on conflict do nothing`,
    [JSON.stringify(wanted), replaces],
  );
}

/**
 * Until November 2026 an event had one queue, named after it, for all its handlers. Jobs that still wait there, or were
 * replayed into it, become a job for each handler.
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
