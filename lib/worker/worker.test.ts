import { PgBoss } from "pg-boss";
import { describe, expect, test } from "vitest";
import { eventTypes } from "#lib/events/events.ts";
import { recordEvents } from "#lib/events/record-events.ts";
import { db, pool, withTransaction } from "#lib/platform/database/db.ts";
import { env } from "#lib/platform/env.ts";
import { newId } from "#lib/platform/ids.ts";
import { shop } from "#lib/shop.ts";
import { makeVariant } from "#test/support/catalogue.ts";
import { buy } from "#test/support/checkout.ts";
import { deliver } from "#test/support/deliver.ts";
import { countJobs } from "#test/support/jobs.ts";
import { signUp } from "#test/support/sessions.ts";
import { until } from "#test/support/until.ts";
import { deadLetterQueue, prepareQueues } from "./queues.ts";
import { runBatch } from "./run-batch.ts";
import { startWorker } from "./worker.ts";

// There is no mail server in this file (test/surroundings/worker-setup.ts), so every handler that sends mail fails.

const nobody = { type: "none" } as const;
const pointsOf = (orderId: string) => db.rewardEntry.findMany({ where: { orderId } });
const { handlers } = shop;
const [mail] = handlers;

async function buyAsCustomer() {
  const session = await signUp();
  const { order } = await buy({ variant: await makeVariant(), quantity: 3, session, email: session.email });
  return { session, order };
}

/** The jobs for two of the core's handlers: your own shop may have more. */
async function jobsOf(orderId: string) {
  const sql =
    "select * from pgboss.job where data ->> 'orderId' = $1 and name in ('order-mail', 'points') order by name";
  return (await pool.query(sql, [orderId])).rows;
}

describe("an event", () => {
  test("is in the history and in each subscriber's queue if, and only if, the transaction commits", async () => {
    const { session, order } = await buyAsCustomer();
    const event = { type: "order.cancelled", orderId: order.id, userId: session.userId } as const;
    const entries = () => db.orderEvent.count({ where: { orderId: order.id, type: event.type } });
    const undone = withTransaction(async (tx) => {
      await recordEvents({ actor: nobody, tx }, [event]);
      throw new Error("no");
    });
    await expect(undone).rejects.toThrow("no");
    expect([await entries(), await countJobs(event.type, order.id)]).toEqual([0, 0]);
    await withTransaction((tx) =>
      recordEvents({ actor: nobody, tx }, [event, { ...event, type: "order.erased" }]),
    );
    expect([await entries(), await countJobs(event.type, order.id)]).toEqual([1, 1]);
  });

  test("is one job per subscriber, under the history entry's id, and none without subscribers", async () => {
    const { order } = await buyAsCustomer();
    const placed = await db.orderEvent.findFirstOrThrow({
      where: { orderId: order.id, type: "order.placed" },
    });
    const data = { id: placed.id, type: "order.placed", orderId: order.id };
    expect(await jobsOf(order.id)).toMatchObject([
      { name: "order-mail", data },
      { name: "points", data },
    ]);
  });

  test("creates the same job as pg-boss would", async () => {
    const { order } = await buyAsCustomer();
    const [ours] = await jobsOf(order.id);
    const boss = new PgBoss({ connectionString: env.DATABASE_URL, supervise: false, schedule: false });
    await boss.start();
    const id = await boss.send(ours.name, ours.data);
    await boss.stop({ graceful: false });
    const theirs = (await jobsOf(order.id)).find((job) => job.id === id);
    const { id: _id, created_on: _created, start_after: startedAt, keep_until: keptUntil, ...rest } = theirs;
    expect(ours).toMatchObject(rest);
    expect(ours.keep_until - ours.start_after).toBe(keptUntil - startedAt);
  });

  test("that is malformed is neither recorded nor handled", async () => {
    const { session } = await buyAsCustomer();
    const recording = withTransaction((tx) =>
      recordEvents({ actor: nobody, tx }, [{ type: "order.placed", orderId: "1", userId: session.userId }]),
    );
    await expect(recording).rejects.toThrow();
    if (!mail) throw new Error("Nobody listens");
    const jobs = [null, {}, { orderId: 1 }, "order"].map((data) => ({ id: newId(), data, retryCount: 0 }));
    const outcomes = await runBatch(mail, jobs);
    expect(outcomes.map(({ status }) => status)).toEqual(jobs.map(() => "failed"));
  });

  test("about a missing order is ignored", async () => {
    for (const type of eventTypes) await deliver(type, { orderId: newId() });
  });
});

test("a handler that fails delays no other, and is retried alone", async () => {
  const { order } = await buyAsCustomer();
  await expect(deliver("order.placed", { orderId: order.id })).rejects.toThrow(
    "order.placed failed in order-mail",
  );
  expect(await pointsOf(order.id)).toHaveLength(1);
  const worker = await startWorker(handlers);
  try {
    const settled = await until(async () => {
      const jobs = await jobsOf(order.id);
      return jobs.some(({ retry_count }) => retry_count > 0) && jobs;
    }, 18_000);
    expect(settled).toMatchObject([
      { name: "order-mail", state: expect.stringMatching("retry|active") },
      { name: "points", state: "completed", retry_count: 0 },
    ]);
  } finally {
    await worker.stop();
  }
}, 40_000);

test("a removed handler gets no more jobs, and one that is added back does", async () => {
  const without = handlers.filter(({ name }) => name !== "points");
  await prepareQueues(env.DATABASE_URL, without);
  try {
    const { order } = await buyAsCustomer();
    expect(await jobsOf(order.id)).toMatchObject([{ name: "order-mail" }]);
  } finally {
    await prepareQueues(env.DATABASE_URL, handlers);
  }
  const { order } = await buyAsCustomer();
  expect(await jobsOf(order.id)).toHaveLength(2);
});

test("a worker of the previous version that starts again takes no jobs away from a new handler", async () => {
  const worker = await startWorker(handlers.filter(({ name }) => name === "payment-release"));
  await worker.stop();
  const { order } = await buyAsCustomer();
  expect(await jobsOf(order.id)).toHaveLength(2);
});

test("a job in an event's former queue goes to every subscriber", async () => {
  const { order } = await buyAsCustomer();
  await pool.query("delete from pgboss.job where data ->> 'orderId' = $1", [order.id]);
  const boss = new PgBoss({ connectionString: env.DATABASE_URL, supervise: false, schedule: false });
  await boss.start();
  await boss.createQueue("order.placed");
  const id = await boss.send("order.placed", { orderId: order.id });
  await boss.stop({ graceful: false });
  await prepareQueues(env.DATABASE_URL, handlers);
  const data = { id, type: "order.placed", orderId: order.id };
  expect(await jobsOf(order.id)).toMatchObject([
    { name: "order-mail", state: "created", data },
    { name: "points", state: "created", data },
  ]);
});

test("a job that failed for good is in the dead-letter queue with its data and the kind of error", async () => {
  const { order } = await buyAsCustomer();
  await pool.query("update pgboss.job set retry_limit = 0 where data ->> 'orderId' = $1", [order.id]);
  const worker = await startWorker(handlers);
  try {
    const [dead] = await until(async () => {
      const { rows } = await pool.query(
        "select data, source_name, source_output from pgboss.job where name = $1 and data ->> 'orderId' = $2",
        [deadLetterQueue, order.id],
      );
      return rows.length > 0 && rows;
    }, 18_000);
    expect(dead).toMatchObject({
      source_name: "order-mail",
      source_output: { message: "Error ESOCKET ECONNREFUSED" },
      data: { type: "order.placed", orderId: order.id },
    });
  } finally {
    await worker.stop();
  }
}, 40_000);
