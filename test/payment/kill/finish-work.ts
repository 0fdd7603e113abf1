import { setTimeout as sleep } from "node:timers/promises";
import type { Client } from "pg";
import { PgBoss } from "pg-boss";
import type { ScheduledQueue } from "#lib/worker/queues.ts";
import { withClient } from "#scripts/postgres/with-client.ts";
import type { System } from "./system.ts";

const leaseSeconds = 60;
const mostRounds = 60;
const queues: ScheduledQueue[] = ["payments", "returned-money"];

/**
 * Ends all faults, and lets hours pass until the worker has nothing left to do. Clocks are not changed: the times in
 * the database are moved into the past instead.
 * @throws if the worker does not finish
 */
export async function finishWork({ databaseUrl, victims, stripe }: System): Promise<void> {
  await stripe.control("heal");
  // As in a deployment: jobs that were active before are abandoned.
  await victims.worker.stop();
  const since = new Date();
  await victims.worker.start();
  const boss = new PgBoss({ connectionString: databaseUrl, supervise: false, schedule: false });
  await boss.start();
  try {
    await withClient(databaseUrl, async (client) => {
      for (let round = 0; ; round++) {
        await letTimePass(client, since);
        await boss.supervise();
        for (const queue of queues) await boss.send(queue, {});
        await sleep(1_000);
        await untilIdle(client);
        const left = await undone(client);
        if (left.length === 0) return;
        if (round === mostRounds) throw new Error(`The worker does not finish: ${left.join(", ")}`);
      }
    });
  } finally {
    await boss.stop({ graceful: false });
  }
}

async function letTimePass(client: Client, since: Date): Promise<void> {
  await client.query(
    "update payment set expires_at = least(expires_at, now() - interval '2 hours'), due_at = now() where due_at is not null",
  );
  await client.query(
    "update pgboss.job set start_after = now() where state = 'retry' and start_after > now()",
  );
  await client.query(
    "update pgboss.job set heartbeat_on = now() - interval '1 hour', started_on = now() - interval '2 hours' where state = 'active' and started_on < $1",
    [since],
  );
  await client.query(
    "update outgoing_mail set leased_until = now() where sent_at is null and leased_until < $1::timestamptz + make_interval(secs => $2)",
    [since, leaseSeconds],
  );
}

const unfinished =
  "from pgboss.job where state in ('created', 'retry', 'active') and name <> 'dead-letter' and name not like '\\_\\_pgboss%'";

/** Waits until the worker has finished its jobs, except for failed ones that wait for a retry. */
async function untilIdle(client: Client): Promise<void> {
  for (let waited = 0; waited < 60; waited++) {
    const { rows } = await client.query(`select 1 ${unfinished} and start_after <= now() limit 1`);
    if (rows.length === 0) return;
    await sleep(500);
  }
}

async function undone(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ what: string }>(`
    select 'payment ' || id || ' ' || state as what from payment where due_at is not null
    union all select 'buyer of ' || id || ' not told' from payment where goes_back and told_at is null
    union all select 'job ' || name || ' ' || state ${unfinished} and start_after <= now()
    union all select 'job ' || name || ' waits' ${unfinished} and state = 'retry'
    union all select 'mail ' || message_id from outgoing_mail where sent_at is null`);
  return rows.map(({ what }) => what);
}
