import type { Handler } from "#lib/commerce/order/handler.ts";
import { loadOrders, type Order } from "#lib/commerce/order/index.ts";
import { eventSchema } from "#lib/events/events.ts";
import { Prisma } from "#lib/platform/db.ts";
import { log } from "#lib/platform/log.ts";

export type Job = { id: string; data: unknown; retryCount: number };
type Outcome = { id: string; status: "completed" | "failed" };

// A job has two minutes (queues.ts) and a mail may take 45 seconds, which leaves time for two rounds.
const atOnce = 10;

/** The most jobs that can finish before the first times out. */
export const batchSize = 2 * atOnce;

/**
 * Handles jobs independently, a few at once: a failure does not affect the others. All orders are read in one
 * statement.
 */
export async function runBatch(handler: Handler, jobs: readonly Job[]): Promise<Outcome[]> {
  const orders = ordersOf(jobs);
  const waiting = [...jobs];
  const outcomes: Outcome[] = [];
  const turn = async () => {
    for (let job = waiting.shift(); job; job = waiting.shift()) {
      outcomes.push({ id: job.id, status: await runJob(handler, job, orders) });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, turn));
  return outcomes;
}

async function ordersOf(jobs: readonly Job[]): Promise<Map<string, Order>> {
  const ids = jobs.flatMap(({ data }) => eventSchema.safeParse(data).data?.orderId ?? []);
  if (ids.length === 0) return new Map();
  const orders = await loadOrders({ actor: { type: "none" } }, Prisma.sql`where o.id = any (${ids}::uuid[])`);
  return new Map(orders.map((order) => [order.id, order]));
}

/** Errors only go to the log, redacted: the queue would store their messages, which may quote personal data. */
async function runJob(
  handler: Handler,
  job: Job,
  orders: ReturnType<typeof ordersOf>,
): Promise<Outcome["status"]> {
  const trace = { handler: handler.name, event: job.data, jobId: job.id, attempt: job.retryCount + 1 };
  try {
    const event = eventSchema.parse(job.data);
    const order = (await orders).get(event.orderId);
    // The order may have been deleted.
    if (order) await handler.handle(event, order);
    log.info(trace, "event handled");
    return "completed";
  } catch (err) {
    log.error({ ...trace, err }, "handler failed; it will be retried");
    return "failed";
  }
}
