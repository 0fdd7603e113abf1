import { type Clock, dayAfter } from "#lib/i18n/days.ts";
import type { OrderResponse } from "#lib/store-api/index.ts";

type Known = Pick<OrderResponse, "status" | "placedAt" | "shippingMethod">;

/**
 * When the parcel should come, as days of the calendar, counted from when the order was placed. Null when nobody can
 * know it yet (the money is awaited), or any more.
 */
export function expectedArrival(
  { status, placedAt, shippingMethod }: Known,
  clock: Clock,
): { first: string; last: string } | null {
  if (!shippingMethod || (status !== "confirmed" && status !== "fulfilled")) return null;
  const after = (days: number) => dayAfter(placedAt, days, clock);
  return { first: after(shippingMethod.minDays), last: after(shippingMethod.maxDays) };
}
