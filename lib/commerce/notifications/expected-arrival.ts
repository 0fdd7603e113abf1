import type { Order } from "#lib/commerce/order/index.ts";
import { type ArrivalDays, arrivalDays } from "#lib/commerce/shipping/index.ts";
import { now } from "#lib/platform/clock.ts";
import { type Clock, dayAfter } from "#lib/platform/i18n/days.ts";

type Known = Pick<Order, "status" | "placedAt" | "shippingAddress" | "shippingMethod" | "events">;

/**
 * When an order is expected to arrive, counted from the confirmation, because a transfer may take a while. Null if it
 * is unknown yet (unpaid), or in the past.
 */
export function expectedArrival(
  { status, placedAt, shippingAddress, shippingMethod, events }: Known,
  clock: Clock,
  at = now(),
): ArrivalDays | null {
  if (!shippingMethod || (status !== "confirmed" && status !== "fulfilled")) return null;
  const confirmedAt = events.find(({ type }) => type === "order.confirmed")?.at ?? placedAt;
  const days = arrivalDays(shippingMethod, confirmedAt, shippingAddress.country);
  return days.last < dayAfter(at.toISOString(), 0, clock) ? null : days;
}
