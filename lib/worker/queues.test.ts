import { expect, test } from "vitest";
import { pool } from "#lib/platform/database/db.ts";
import { env } from "#lib/platform/env.ts";
import { shop } from "#lib/shop.ts";
import { deadLetterQueue, prepareQueues } from "./queues.ts";

const { handlers } = shop;

test("every handler has a queue that notifies the worker, retries for hours, and keeps jobs that fail", async () => {
  const names = handlers.map(({ name }) => name);
  const { rows } = await pool.query("select * from pgboss.queue where name = any ($1)", [names]);
  expect(rows).toHaveLength(new Set(names).size);
  for (const queue of rows) {
    expect(queue).toMatchObject({ notify: true, retry_backoff: true, dead_letter: deadLetterQueue });
    expect(queue.retry_limit).toBeGreaterThanOrEqual(20);
  }
});

test("a migration gives queues their options of today, a worker that starts leaves them", async () => {
  const ours = [handlers.map(({ name }) => name)];
  const queues = async () => {
    const columns = "name, notify, retry_limit, retry_delay_max, expire_seconds, retention_seconds";
    const { rows } = await pool.query(
      `select ${columns} from pgboss.queue where name = any ($1) order by 1`,
      ours,
    );
    return rows;
  };
  const before = await queues();
  await pool.query(
    `update pgboss.queue set notify = false, retry_limit = 1, retry_delay_max = 1, expire_seconds = 1, retention_seconds = 1
     where name = any ($1)`,
    ours,
  );
  const changed = await queues();
  await prepareQueues(env.DATABASE_URL, handlers, { replaces: false });
  expect(await queues()).toEqual(changed);
  await prepareQueues(env.DATABASE_URL, handlers);
  expect(await queues()).toEqual(before);
});
