import type { Handler } from "#lib/commerce/order/handler.ts";
import { loadOrders, type Order } from "#lib/commerce/order/index.ts";
import { eventSchema } from "#lib/events/events.ts";
import { Prisma } from "#lib/platform/db.ts";
import { log } from "#lib/platform/log.ts";

export type Job = { id: string; data: unknown; retryCount: number };
type Outcome = { id: string; status: "completed" | "failed" };

// A job has two minutes (queues.ts), and a mail may take 45 seconds: two turns of these.
const atOnce = 10;

/** The most jobs that end within the time of one. */
export const batchSize = 2 * atOnce;

/** Handles each job by itself, a few at once: one that fails says nothing of the others. Their orders are read in one statement. */
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

/** What goes wrong is told to the log alone: the queue would keep the error with all that its words quote. */
async function runJob(
  handler: Handler,
  job: Job,
  orders: ReturnType<typeof ordersOf>,
): Promise<Outcome["status"]> {
  const trace = { handler: handler.name, event: job.data, jobId: job.id, attempt: job.retryCount + 1 };
  try {
    const event = eventSchema.parse(job.data);
    const order = (await orders).get(event.orderId);
    // An order that is not there leaves nothing to do.
    if (order) await handler.handle(event, order);
    log.info(trace, "event handled");
    return "completed";
  } catch (err) {
    log.error({ ...trace, err }, "handler failed; it will be tried again");
    return "failed";
  }
}
