import * as z from "zod";

const orderFact = z.object({ orderId: z.uuid() });

/** What happens in the shop, told in ids: whoever handles an event reads the rows as they are then. */
export const eventSchemas = {
  "order.placed": orderFact,
  "order.cancelled": orderFact,
  /** It was cancelled because its money did not come; told besides order.cancelled. */
  "order.expired": orderFact,
} as const satisfies Record<`${string}.${string}`, z.ZodType>;

export type EventName = keyof typeof eventSchemas;
export type EventPayload<E extends EventName> = z.output<(typeof eventSchemas)[E]>;

/** Delivery is at least once, so a handler must bear being called again with the same event. */
export type EventHandler<E extends EventName> = (payload: EventPayload<E>) => Promise<void>;
export type EventHandlers = { [E in EventName]?: EventHandler<E> };
