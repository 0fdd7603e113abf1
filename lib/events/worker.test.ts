import { describe, expect, test } from "vitest";
import { db, pool, withTransaction } from "#lib/db.ts";
import { newId } from "#lib/ids.ts";
import { makeVariant } from "#lib/testing/catalogue.ts";
import { buy } from "#lib/testing/checkout.ts";
import { countJobs } from "#lib/testing/jobs.ts";
import { signUp } from "#lib/testing/sessions.ts";
import { until } from "#lib/testing/until.ts";
import { publish } from "./publish.ts";
import { deadLetterQueue, eventNames } from "./queues.ts";
import { handle, startWorker } from "./worker.ts";

// Nobody takes mail in this file (scripts/testing/worker-setup.ts), so every handler that sends fails.

const nobody = { type: "none" } as const;
const pointsOf = (orderId: string) => db.rewardEntry.findMany({ where: { orderId } });

async function buyAsCustomer() {
  const session = await signUp();
  const { order } = await buy({ variant: await makeVariant(), quantity: 3, session, email: session.email });
  return { session, order };
}

describe("an event", () => {
  test("is in the queue if, and only if, the transaction commits", async () => {
    const [kept, dropped] = [newId(), newId()];
    await withTransaction((tx) => publish({ actor: nobody, tx }, "order.placed", { orderId: kept }));
    const undone = withTransaction(async (tx) => {
      await publish({ actor: nobody, tx }, "order.placed", { orderId: dropped });
      throw new Error("no");
    });
    await expect(undone).rejects.toThrow("no");
    expect([await countJobs("order.placed", kept), await countJobs("order.placed", dropped)]).toEqual([1, 0]);
  });

  test("that is malformed is neither published nor handled", async () => {
    const publishing = withTransaction((tx) =>
      publish({ actor: nobody, tx }, "order.placed", { orderId: "1" }),
    );
    await expect(publishing).rejects.toThrow();
    for (const data of [null, {}, { orderId: 1 }, "order"]) {
      await expect(handle("order.placed", data)).rejects.toThrow();
    }
  });

  test("about an order that is not there is nothing to do", async () => {
    for (const name of eventNames) await handle(name, { orderId: newId() });
  });
});

describe("a handler", () => {
  test("that fails holds back no other, and the event is to be delivered again", async () => {
    const { order } = await buyAsCustomer();
    await expect(handle("order.placed", { orderId: order.id })).rejects.toThrow(
      "1 handler(s) of order.placed",
    );
    expect(await pointsOf(order.id)).toHaveLength(1);
  });

  test("of points gives them once, one for each whole unit, to whoever placed the order", async () => {
    const { session, order } = await buyAsCustomer();
    const many = Array.from({ length: 20 }, () => handle("order.placed", { orderId: order.id }));
    await Promise.allSettled(many);
    expect(order.totals.total).toBe(3740);
    expect(await pointsOf(order.id)).toMatchObject([{ userId: session.userId, points: 37n }]);
  });
});

test("every event has a queue that wakes the worker, tries for hours, and loses nothing for good", async () => {
  const { rows } = await pool.query("select * from pgboss.queue where name = any ($1)", [eventNames]);
  expect(rows).toHaveLength(eventNames.length);
  for (const queue of rows) {
    expect(queue).toMatchObject({ notify: true, retry_backoff: true, dead_letter: deadLetterQueue });
    expect(queue.retry_limit).toBeGreaterThanOrEqual(20);
  }
});

test("a job that failed for good is in the dead-letter queue, with what it was about", async () => {
  const { order } = await buy({ variant: await makeVariant() });
  const { rowCount } = await pool.query(
    "update pgboss.job set retry_limit = 0 where data ->> 'orderId' = $1",
    [order.id],
  );
  expect(rowCount).toBe(1);
  const worker = await startWorker();
  try {
    const [dead] = await until(async () => {
      const { rows } = await pool.query("select data from pgboss.job where name = $1", [deadLetterQueue]);
      return rows.length > 0 && rows;
    }, 18_000);
    expect(dead.data).toEqual({ orderId: order.id });
  } finally {
    await worker.stop();
  }
}, 40_000);
