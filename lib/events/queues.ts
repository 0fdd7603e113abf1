import { PgBoss, type Queue } from "pg-boss";
import { type EventName, eventSchemas } from "./events.ts";
import { jobRetentionDays } from "./retention.ts";

export const eventNames = Object.keys(eventSchemas) as EventName[];

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

/** The daily round of lib/housekeeping. */
export const housekeepingQueue = "housekeeping";

/** The hourly round: unpaid orders end, and what providers still hold of cancelled ones is asked back again. */
export const unpaidOrdersQueue = "unpaid-orders";

const roundOptions = {
  retryLimit: 3,
  retryBackoff: true,
  expireInSeconds: 3600,
  deadLetter: deadLetterQueue,
} satisfies Partial<Queue>;

/** Creates pg-boss' own tables and a queue for every event; running it again changes nothing. */
export async function prepareQueues(connectionString: string): Promise<void> {
  const boss = new PgBoss({ connectionString, supervise: false, schedule: false });
  await boss.start();
  try {
    await boss.createQueue(deadLetterQueue, { retentionSeconds });
    for (const round of [housekeepingQueue, unpaidOrdersQueue]) await boss.createQueue(round, roundOptions);
    for (const name of eventNames) await boss.createQueue(name, queueOptions);
  } finally {
    await boss.stop({ graceful: false });
  }
}
