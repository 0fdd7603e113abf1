import type { Order } from "#lib/commerce/order/index.ts";
import type { EventType, OrderEvent } from "#lib/events/events.ts";

/**
 * An event handler with a queue of its own, so that a failure only retries this one. Delivery is at least once, so it
 * has to be idempotent.
 */
export type Handler = {
  /** The permanent name of its queue, in kebab-case. */
  name: string;
  on: readonly EventType[];
} & (
  | { handle: (event: OrderEvent, order: Order) => Promise<void> }
  /** Handles all events of a batch at once. If it throws, all are retried. */
  | { handleAll: (happened: readonly Happened[]) => Promise<void> }
);

/** An event with its order, as of when the worker took the job. */
export type Happened = { event: OrderEvent; order: Order };
