import type { Handler } from "#lib/commerce/order/handler.ts";
import { loadOrders, type Order } from "#lib/commerce/order/index.ts";
import { eventSchema } from "#lib/events/events.ts";
import { isUndeliverable } from "#lib/mail/index.ts";
import { asNobody } from "#lib/platform/context.ts";
import { Prisma } from "#lib/platform/database/db.ts";
import { log } from "#lib/platform/log/log.ts";
import { shortError } from "#lib/platform/log/loggable.ts";

type Job = { id: string; data: unknown; retryCount: number };
type Outcome = { id: string; status: "completed" | "failed" | "deadletter"; output?: { message: string } };

// A job has two minutes (queues.ts) and a mail may take 45 seconds, which leaves time for two rounds.
const atOnce = 10;

// One statement handles them all.
const together = 100;

/** The most jobs that a handler may get: they finish before the first times out. */
export function batchSizeOf(handler: Handler): number {
  return "handleAll" in handler ? together : 2 * atOnce;
}

/**
 * Handles jobs independently, a few at once: a failure does not affect the others. Their orders are read in one
 * statement. A handler that takes all at once gets them all.
 */
export async function runBatch(handler: Handler, jobs: readonly Job[]): Promise<Outcome[]> {
  if ("handleAll" in handler) return runTogether(handler, jobs);
  const orderOf = readOrders(jobs);
  const waiting = [...jobs];
  const outcomes: Outcome[] = [];
  const turn = async () => {
    for (let job = waiting.shift(); job; job = waiting.shift()) {
      const { data } = job;
      outcomes.push(
        await settle(handler, job, async () => {
          const event = eventSchema.parse(data);
          const order = await orderOf(event.orderId);
          // It may have been deleted.
          if (order) await handler.handle(event, order);
        }),
      );
    }
  };
  await Promise.all(Array.from({ length: atOnce }, turn));
  return outcomes;
}

type Together = Extract<Handler, { handleAll: unknown }>;

/** If they fail together, each is handled alone: one that cannot be handled must not fail the others. */
async function runTogether(handler: Together, jobs: readonly Job[]): Promise<Outcome[]> {
  const events = jobs.flatMap(({ data }) => eventSchema.safeParse(data).data ?? []);
  const failed = events.length > 0 && (await handler.handleAll(events).then(() => null, failureOf));
  return Promise.all(
    jobs.map((job) =>
      settle(handler, job, async () => {
        const event = eventSchema.parse(job.data);
        if (failed && events.length === 1) throw failed.error;
        if (failed) await handler.handleAll([event]);
      }),
    ),
  );
}

const failureOf = (error: unknown) => ({ error });

/** Reads the orders of `jobs` in one statement, and each alone if that fails: one that cannot be read fails no other. */
function readOrders(jobs: readonly Job[]): (id: string) => Promise<Order | undefined> {
  const ids = jobs.flatMap(({ data }) => eventSchema.safeParse(data).data?.orderId ?? []);
  const all = load(ids).catch(() => null);
  return async (id) => ((await all) ?? (await load([id]))).get(id);
}

async function load(ids: readonly string[]): Promise<Map<string, Order>> {
  if (ids.length === 0) return new Map();
  const orders = await loadOrders(asNobody, Prisma.sql`where o.id = any (${ids}::uuid[])`);
  return new Map(orders.map((order) => [order.id, order]));
}

/** The queue keeps the kind of an error, and the log where it was thrown: messages may quote personal data. */
async function settle({ name }: Handler, job: Job, work: () => Promise<void>): Promise<Outcome> {
  const trace = { handler: name, event: job.data, jobId: job.id, attempt: job.retryCount + 1 };
  try {
    await work();
    log.info(trace, "event handled");
    return { id: job.id, status: "completed" };
  } catch (err) {
    const output = { message: shortError(err) };
    if (isUndeliverable(err)) {
      log.error({ ...trace, err }, "handler failed for good: the mail cannot be delivered");
      return { id: job.id, status: "deadletter", output };
    }
    log.error({ ...trace, err }, "handler failed; it will be retried");
    return { id: job.id, status: "failed", output };
  }
}
