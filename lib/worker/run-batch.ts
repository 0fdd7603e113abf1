import type { Handler, Happened } from "#lib/commerce/order/handler.ts";
import { loadOrders, type Order } from "#lib/commerce/order/index.ts";
import { eventSchema } from "#lib/events/events.ts";
import { Prisma } from "#lib/platform/db.ts";
import { log } from "#lib/platform/log.ts";

type Job = { id: string; data: unknown; retryCount: number };
type Outcome = { id: string; status: "completed" | "failed" };

// A job has two minutes (queues.ts) and a mail may take 45 seconds, which leaves time for two rounds.
const atOnce = 10;

/** The most jobs that can finish before the first times out. */
export const batchSize = 2 * atOnce;

/**
 * Handles jobs independently, a few at once: a failure does not affect the others. A handler that takes all at once gets
 * them all. All orders are read in one statement.
 */
export async function runBatch(handler: Handler, jobs: readonly Job[]): Promise<Outcome[]> {
  const orders = ordersOf(jobs);
  if ("handleAll" in handler) return runTogether(handler, jobs, orders);
  const waiting = [...jobs];
  const outcomes: Outcome[] = [];
  const turn = async () => {
    for (let job = waiting.shift(); job; job = waiting.shift()) {
      const { data } = job;
      outcomes.push(
        await settle(handler, job, async () => {
          const happened = await happenedIn(data, orders);
          if (happened) await handler.handle(happened.event, happened.order);
        }),
      );
    }
  };
  await Promise.all(Array.from({ length: atOnce }, turn));
  return outcomes;
}

type Together = Extract<Handler, { handleAll: unknown }>;

async function runTogether(handler: Together, jobs: readonly Job[], orders: Orders): Promise<Outcome[]> {
  const readable = jobs.filter(({ data }) => eventSchema.safeParse(data).success);
  const handled = Promise.all(readable.map(({ data }) => happenedIn(data, orders))).then((happened) =>
    handler.handleAll(happened.filter((each) => each !== null)),
  );
  return Promise.all(
    jobs.map((job) =>
      settle(handler, job, async () => {
        eventSchema.parse(job.data);
        await handled;
      }),
    ),
  );
}

type Orders = Promise<Map<string, Order>>;

async function ordersOf(jobs: readonly Job[]): Orders {
  const ids = jobs.flatMap(({ data }) => eventSchema.safeParse(data).data?.orderId ?? []);
  if (ids.length === 0) return new Map();
  const orders = await loadOrders({ actor: { type: "none" } }, Prisma.sql`where o.id = any (${ids}::uuid[])`);
  return new Map(orders.map((order) => [order.id, order]));
}

/** Null if the order has been deleted. @throws if the job's data is no event */
async function happenedIn(data: unknown, orders: Orders): Promise<Happened | null> {
  const event = eventSchema.parse(data);
  const order = (await orders).get(event.orderId);
  return order ? { event, order } : null;
}

/** Errors only go to the log, redacted: the queue would store their messages, which may quote personal data. */
async function settle({ name }: Handler, job: Job, work: () => Promise<void>): Promise<Outcome> {
  const trace = { handler: name, event: job.data, jobId: job.id, attempt: job.retryCount + 1 };
  try {
    await work();
    log.info(trace, "event handled");
    return { id: job.id, status: "completed" };
  } catch (err) {
    log.error({ ...trace, err }, "handler failed; it will be retried");
    return { id: job.id, status: "failed" };
  }
}
