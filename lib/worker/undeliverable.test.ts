import { expect, test } from "vitest";
import { pool } from "#lib/platform/database/db.ts";
import { shop } from "#lib/shop.ts";
import { makeVariant } from "#test/support/catalogue.ts";
import { buy } from "#test/support/checkout.ts";
import { openInbox } from "#test/support/inbox.ts";
import { signUp } from "#test/support/sessions.ts";
import { until } from "#test/support/until.ts";
import { deadLetterQueue } from "./queues.ts";
import { startWorker } from "./worker.ts";

const inbox = await openInbox();

test("a mail that the server refuses for good is tried once, and waits to be replayed", async () => {
  const session = await signUp();
  const { order } = await buy({ variant: await makeVariant(), session, email: session.email });
  inbox.plan.push("unknown-recipient");
  const worker = await startWorker(shop.handlers);
  try {
    const dead = await until(async () => {
      const { rows } = await pool.query(
        "select source_name, source_retry_count, source_output from pgboss.job where name = $1 and data ->> 'orderId' = $2",
        [deadLetterQueue, order.id],
      );
      return rows.length > 0 && rows;
    }, 18_000);
    expect(dead).toEqual([
      {
        source_name: "order-mail",
        source_retry_count: 0,
        source_output: { message: "UndeliverableMail EENVELOPE 550" },
      },
    ]);
  } finally {
    await worker.stop();
  }
}, 40_000);
