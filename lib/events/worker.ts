import { PgBoss } from "pg-boss";
import { env } from "#lib/env.ts";
import { sweep } from "#lib/housekeeping/index.ts";
import { log } from "#lib/log.ts";
import { expireUnpaidOrders, releaseHeldPayments } from "#lib/order/index.ts";
import { type EventName, type EventPayload, eventSchemas } from "./events.ts";
import { handlersOf } from "./handlers.ts";
import { eventNames, housekeepingQueue, prepareQueues, unpaidOrdersQueue } from "./queues.ts";

const everyNight = "17 3 * * *";
const everyHour = "47 * * * *";

export type Worker = { stop(): Promise<void> };

/** Delivers events to their handlers until it is stopped; stopping waits for the jobs at hand. */
export async function startWorker(): Promise<Worker> {
  await prepareQueues(env.DATABASE_URL);
  const boss = new PgBoss({
    connectionString: env.DATABASE_URL,
    max: 4,
    useListenNotify: true,
    // A job whose worker died is noticed at the next look.
    superviseIntervalSeconds: 10,
    monitorIntervalSeconds: 10,
  });
  boss.on("error", (error) => log.error({ err: error }, "queue failed"));
  await boss.start();
  for (const name of eventNames) await deliver(boss, name);
  await boss.schedule(housekeepingQueue, everyNight, {}, { missed: "once" });
  await boss.work(housekeepingQueue, keepHouse);
  await boss.schedule(unpaidOrdersQueue, everyHour, {}, { missed: "once" });
  await boss.work(unpaidOrdersQueue, async () => {
    await expireUnpaidOrders();
    await releaseHeldPayments();
  });
  log.info({ events: eventNames }, "worker started");
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

// A notification wakes the worker at once; polling is what is left when one got lost. A burst is fetched without a pause.
const pace = {
  pollingIntervalSeconds: 1,
  notifyPollingIntervalSeconds: 2,
  localConcurrency: 3,
  batchSize: 5,
  burstWhenBatchFull: true,
  perJobResults: true,
} as const;

async function deliver<E extends EventName>(boss: PgBoss, name: E): Promise<void> {
  await boss.work<EventPayload<E>>(name, pace, (jobs) =>
    Promise.all(
      jobs.map(async (job) => {
        const handled = handle(name, job.data, { jobId: job.id, attempt: job.retryCount + 1 });
        const status = await handled.then(() => "completed" as const).catch(() => "failed" as const);
        return { id: job.id, status };
      }),
    ),
  );
}

/** Calls every handler, also after one has failed: a mail server that is down must not hold back the rest. */
export async function handle<E extends EventName>(name: E, data: unknown, trace: object = {}): Promise<void> {
  const payload = eventSchemas[name].parse(data) as EventPayload<E>;
  const results = await Promise.allSettled(handlersOf(name).map((handler) => handler(payload)));
  const failures = results.filter((result) => result.status === "rejected").map((result) => result.reason);
  for (const err of failures)
    log.error({ event: name, payload, ...trace, err }, "handler failed; it will be tried again");
  if (failures.length > 0) throw new Error(`${failures.length} handler(s) of ${name} failed`);
  log.info({ event: name, payload, ...trace }, "event handled");
}
