import * as z from "zod";

/** Everything that can happen to an order. Each event is an entry in its history under the same name. */
export const eventTypes = [
  "order.placed",
  "order.confirmed",
  "order.paid",
  "order.refunded",
  /** Money that was returned, or about to be, came back. */
  "order.refund_failed",
  /** The buyer disputed the charge with their bank. */
  "order.disputed",
  /** The bank decided for the shop, or for the buyer. */
  "order.dispute_won",
  "order.dispute_lost",
  /** A parcel was shipped. No `shipmentId` if the merchant only set the state. */
  "order.shipped",
  "order.delivered",
  "order.cancelled",
  /** The payment did not arrive in time; order.cancelled follows. */
  "order.expired",
  "order.moved_to_account",
  "order.moved_to_guest",
  "order.claimed",
  "order.claim_declined",
  "order.erased",
] as const;

export type EventType = (typeof eventTypes)[number];

/**
 * An event as queued: ids only. The handler receives the order as it is at that time. `id` is the id of the history
 * entry.
 */
export const eventSchema = z.object({
  id: z.uuid(),
  type: z.enum(eventTypes),
  orderId: z.uuid(),
  shipmentId: z.uuid().optional(),
});

export type OrderEvent = z.output<typeof eventSchema>;
