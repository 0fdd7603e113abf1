import type { Order } from "#lib/commerce/order/index.ts";
import type { EventType, OrderEvent } from "#lib/events/events.ts";

type Handling =
  /** Gets the order as it is when the worker takes the job. */
  | { handle: (event: OrderEvent, order: Order) => Promise<void> }
  /**
   * Handles a batch of events at once, and reads what it needs of their orders itself. If it throws, it gets each of
   * them alone; those for which it throws again are retried.
   */
  | { handleAll: (events: readonly OrderEvent[]) => Promise<void> };

/**
 * An event handler with a queue of its own, so that a failure only retries this one. Delivery is at least once, so it
 * has to be idempotent.
 */
export type Handler = Handling & {
  /** The permanent name of its queue, in kebab-case. */
  name: string;
  on: readonly EventType[];
};
