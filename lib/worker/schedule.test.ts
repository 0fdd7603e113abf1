import { PgBoss } from "pg-boss";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db, pool } from "#lib/platform/database/db.ts";
import { env } from "#lib/platform/env.ts";
import type { ScheduledQueue } from "#lib/worker/queues.ts";
import { startWorker, type Worker } from "#lib/worker/worker.ts";
import { until } from "#test/support/until.ts";

let worker: Worker;
beforeAll(async () => {
  worker = await startWorker([]);
});
afterAll(() => worker.stop());

/** Puts a job into a queue. Returns its id. */
async function request(queue: ScheduledQueue): Promise<string | null> {
  const boss = new PgBoss({ connectionString: env.DATABASE_URL, supervise: false, schedule: false });
  await boss.start();
  const id = await boss.send(queue, {});
  await boss.stop({ graceful: false });
  return id;
}

test("a worker schedules housekeeping nightly, unpaid orders hourly, payments and mails about returned money every minute", async () => {
  const rows = await db.$queryRaw`select name, cron, timezone from pgboss.schedule order by name`;
  expect(rows).toEqual([
    { name: "housekeeping", cron: "17 3 * * *", timezone: "UTC" },
    { name: "payments", cron: "* * * * *", timezone: "UTC" },
    { name: "returned-money", cron: "* * * * *", timezone: "UTC" },
    { name: "unpaid-orders", cron: "47 * * * *", timezone: "UTC" },
  ]);
});

test("a second worker does not schedule it twice", async () => {
  const second = await startWorker([]);
  await second.stop();
  expect(await db.$queryRaw`select count(*)::int as count from pgboss.schedule`).toEqual([{ count: 4 }]);
});

test("the worker runs housekeeping when it is due", async () => {
  const { id } = await db.verification.create({
    data: { identifier: "old", value: "old", expiresAt: new Date(0) },
  });
  await request("housekeeping");
  // It looks as soon as it starts; the other one next in up to ten seconds.
  const fresh = await startWorker([]);
  await until(async () => (await db.verification.count({ where: { id } })) === 0);
  await fresh.stop();
});

test.each<[ScheduledQueue, string]>([
  ["housekeeping", "verification"],
  ["unpaid-orders", "order"],
  ["payments", "payment"],
])("a failure of %s is not quoted in the queue", async (queue, table) => {
  await pool.query(`alter table "${table}" rename to away`);
  try {
    const id = await request(queue);
    const fresh = await startWorker([]);
    const output = await until(async () => {
      const { rows } = await pool.query("select output from pgboss.job where id = $1", [id]);
      return rows[0]?.output;
    });
    await fresh.stop();
    expect(output.message).toBe("It failed; the log says why");
  } finally {
    await pool.query(`alter table away rename to "${table}"`);
  }
});
