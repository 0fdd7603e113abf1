import { PgBoss } from "pg-boss";
import { tellReturned } from "#lib/commerce/notifications/index.ts";
import type { Handler } from "#lib/commerce/order/handler.ts";
import { expireUnpaidOrders, tendDuePayments } from "#lib/commerce/order/index.ts";
import { env } from "#lib/platform/env.ts";
import { log } from "#lib/platform/log.ts";
import { sweep } from "#lib/worker/housekeeping/index.ts";
import {
  housekeepingQueue,
  paymentsQueue,
  prepareQueues,
  spreadEarlierJobs,
  unpaidOrdersQueue,
} from "./queues.ts";
import { batchSize, runBatch } from "./run-batch.ts";

const everyNight = "17 3 * * *";
const everyHour = "47 * * * *";
const everyMinute = "* * * * *";

export type Worker = { stop(): Promise<void> };

// A notification wakes the worker at once. Looking without one finds what is to be tried again, and what is there when
// notifications get lost or, behind a PgBouncer, never come. A burst is fetched without a pause.
const pace = {
  pollingIntervalSeconds: 2,
  notifyPollingIntervalSeconds: 5,
  batchSize,
  burstWhenBatchFull: true,
  perJobResults: true,
} as const;

// Nobody waits for a round.
const roundPace = { pollingIntervalSeconds: 5 };

/** Delivers events to `handlers` until it is stopped; stopping waits for the jobs at hand. */
export async function startWorker(handlers: readonly Handler[]): Promise<Worker> {
  await prepareQueues(env.DATABASE_URL, handlers);
  const boss = new PgBoss({
    connectionString: env.DATABASE_URL,
    max: 4,
    useListenNotify: true,
    // A job whose worker died is noticed at the next look.
    superviseIntervalSeconds: 20,
    monitorIntervalSeconds: 20,
  });
  boss.on("error", (error) => log.error({ err: error }, "queue failed"));
  await boss.start();
  for (const handler of handlers) {
    await boss.work<unknown>(handler.name, pace, (jobs) => runBatch(handler, jobs));
  }
  await boss.schedule(housekeepingQueue, everyNight, {}, { missed: "once" });
  await boss.work(housekeepingQueue, roundPace, keepHouse);
  await boss.schedule(unpaidOrdersQueue, everyHour, {}, { missed: "once" });
  await boss.work(unpaidOrdersQueue, roundPace, async () => {
    await expireUnpaidOrders();
    await spreadEarlierJobs(boss);
  });
  await boss.schedule(paymentsQueue, everyMinute, {}, { missed: "once" });
  await boss.work(paymentsQueue, roundPace, async () => {
    await tendDuePayments();
    await tellReturned();
  });
  log.info({ handlers: handlers.map(({ name }) => name) }, "worker started");
  return { stop: () => boss.stop({ graceful: true, timeout: 10_000 }) };
}

/** What goes wrong is told to the log alone: the queue would keep the error with all that its words quote. */
async function keepHouse(): Promise<void> {
  try {
    await sweep();
  } catch (error) {
    log.error({ err: error }, "housekeeping failed; it will be tried again");
    throw new Error("housekeeping failed");
  }
}
