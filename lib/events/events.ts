import * as z from "zod";

/** All that can happen to an order. Each is an entry in its history, under the same name. */
export const eventTypes = [
  "order.placed",
  "order.confirmed",
  "order.paid",
  "order.refunded",
  /** The buyer has asked the bank for the money back. */
  "order.disputed",
  /** Something was sent. `shipmentId` says what, unless the merchant only said that it was. */
  "order.shipped",
  "order.delivered",
  "order.cancelled",
  /** Its money did not come; order.cancelled follows. */
  "order.expired",
  "order.moved_to_account",
  "order.moved_to_guest",
  "order.claimed",
  "order.claim_declined",
  "order.erased",
] as const;

export type EventType = (typeof eventTypes)[number];

/** What a handler is told: ids alone. It gets the order as it is when the event is handled. `id` is the history entry's. */
export const eventSchema = z.object({
  id: z.uuid(),
  type: z.enum(eventTypes),
  orderId: z.uuid(),
  shipmentId: z.uuid().optional(),
});

export type OrderEvent = z.output<typeof eventSchema>;
