import type { Order } from "#lib/commerce/order/index.ts";
import type { EventType, OrderEvent } from "#lib/events/events.ts";

/**
 * Somebody who wants to hear of events, with a queue of its own: when it fails, it alone is tried again. Delivery is at
 * least once, so it must bear being called again with the same event.
 */
export type Handler = {
  /** Names its queue for good: kebab-case. */
  name: string;
  on: readonly EventType[];
  /** `order` is the event's, as it was when the worker took the job. */
  handle: (event: OrderEvent, order: Order) => Promise<void>;
};
