import type { Order } from "#lib/commerce/order/index.ts";
import { type Clock, dayAfter } from "#lib/platform/i18n/days.ts";

type Known = Pick<Order, "status" | "placedAt" | "shippingMethod" | "events">;

/**
 * The expected arrival as calendar days, counted from the confirmation, because a transfer may take a while. Null if it
 * is unknown yet (unpaid), or in the past.
 */
export function expectedArrival(
  { status, placedAt, shippingMethod, events }: Known,
  clock: Clock,
  now = new Date(),
): { first: string; last: string } | null {
  if (!shippingMethod || (status !== "confirmed" && status !== "fulfilled")) return null;
  const confirmedAt = events.find(({ type }) => type === "order.confirmed")?.at ?? placedAt;
  const after = (days: number) => dayAfter(confirmedAt, days, clock);
  const [first, last] = [after(shippingMethod.minDays), after(shippingMethod.maxDays)];
  return last < dayAfter(now.toISOString(), 0, clock) ? null : { first, last };
}
