import { setTimeout as sleep } from "node:timers/promises";
import { PgBoss } from "pg-boss";
import type { Handler } from "#lib/commerce/order/handler.ts";
import { readByIndex } from "#lib/platform/database/by-index.ts";
import { attentiveSocket } from "#lib/platform/database/open-pool.ts";
import { behindPgBouncer } from "#lib/platform/database/pgbouncer.ts";
import { env } from "#lib/platform/env.ts";
import { log } from "#lib/platform/log/log.ts";
import { prepareQueues, scheduledQueues } from "./queues.ts";
import { batchSizeOf, runBatch } from "./run-batch.ts";
import { scheduledJobs } from "./scheduled-jobs.ts";

export type Worker = { stop(): Promise<void> };

// A notification wakes the worker at once, and polling finds retries and jobs whose notification was lost. Without
// notifications, it polls every two seconds. A burst is fetched without a pause.
const pace = {
  pollingIntervalSeconds: 2,
  notifyPollingIntervalSeconds: 10,
  burstWhenBatchFull: true,
  perJobResults: true,
} as const;

// A lone job is handled at once. Those that come shortly after it are then fetched together, which costs less.
const gatherMs = 500;

// Scheduled jobs are not urgent.
const scheduledPace = { pollingIntervalSeconds: 10 };

// pg-boss takes up to two seconds more, and a container is killed ten seconds after SIGTERM.
const stopMs = 8_000;

/** Delivers events to `handlers` until it is stopped. Stopping waits for running jobs. */
export async function startWorker(handlers: readonly Handler[]): Promise<Worker> {
  await prepareQueues(env.DATABASE_URL, handlers, { replaces: false });
  const connections = { connectionString: env.DATABASE_URL, max: 4, stream: () => attentiveSocket() };
  const boss = new PgBoss({
    ...connections,
    ...(!behindPgBouncer && { useListenNotify: true, onConnect: readByIndex }),
    // How soon a job of a crashed worker is noticed.
    superviseIntervalSeconds: 20,
    monitorIntervalSeconds: 20,
  });
  boss.on("error", (error) => log.error({ err: error }, "queue failed"));
  await boss.start();
  for (const handler of handlers) {
    const batchSize = batchSizeOf(handler);
    await boss.work<unknown>(handler.name, { ...pace, batchSize }, async (jobs) => {
      const outcomes = await runBatch(handler, jobs);
      if (jobs.length < batchSize) await sleep(gatherMs);
      return outcomes;
    });
  }
  const jobs = scheduledJobs(boss);
  for (const { name, cron } of scheduledQueues) {
    await boss.schedule(name, cron, {}, { missed: "once" });
    await boss.work(name, scheduledPace, withoutQuotes(jobs[name]));
  }
  log.info({ handlers: handlers.map(({ name }) => name) }, "worker started");
  return { stop: () => boss.stop({ graceful: true, timeout: stopMs }) };
}

/** Errors only go to the log, redacted: the queue would store their messages, which may quote personal data. */
function withoutQuotes(run: () => Promise<unknown>): (jobs: readonly { name: string }[]) => Promise<void> {
  return async ([job]) => {
    try {
      await run();
    } catch (err) {
      log.error({ queue: job?.name, err }, "scheduled job failed; it will run again");
      throw new Error("It failed; the log says why");
    }
  };
}
