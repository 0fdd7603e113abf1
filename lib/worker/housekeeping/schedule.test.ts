import { PgBoss } from "pg-boss";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "#lib/platform/db.ts";
import { env } from "#lib/platform/env.ts";
import { housekeepingQueue, paymentsQueue, unpaidOrdersQueue } from "#lib/worker/queues.ts";
import { startWorker, type Worker } from "#lib/worker/worker.ts";
import { until } from "#test/support/until.ts";

let worker: Worker;
beforeAll(async () => {
  worker = await startWorker([]);
});
afterAll(() => worker.stop());

test("a worker schedules housekeeping nightly, unpaid orders hourly and payments every minute", async () => {
  const rows = await db.$queryRaw`select name, cron, timezone from pgboss.schedule order by name`;
  expect(rows).toEqual([
    { name: housekeepingQueue, cron: "17 3 * * *", timezone: "UTC" },
    { name: paymentsQueue, cron: "* * * * *", timezone: "UTC" },
    { name: unpaidOrdersQueue, cron: "47 * * * *", timezone: "UTC" },
  ]);
});

test("a second worker does not schedule it twice", async () => {
  const second = await startWorker([]);
  await second.stop();
  expect(await db.$queryRaw`select count(*)::int as count from pgboss.schedule`).toEqual([{ count: 3 }]);
});

test("the worker runs housekeeping when it is due", async () => {
  const { id } = await db.verification.create({
    data: { identifier: "old", value: "old", expiresAt: new Date(0) },
  });
  const boss = new PgBoss({ connectionString: env.DATABASE_URL, supervise: false, schedule: false });
  await boss.start();
  await boss.send(housekeepingQueue, {});
  await boss.stop({ graceful: false });
  // It looks as soon as it starts; the other one next in up to ten seconds.
  const fresh = await startWorker([]);
  await until(async () => (await db.verification.count({ where: { id } })) === 0);
  await fresh.stop();
});
