import type { OrderResponse } from "#lib/store-api/index.ts";

const dayMs = 86_400_000;

type Known = Pick<OrderResponse, "status" | "placedAt" | "shippingMethod">;

/**
 * When the parcel should come, as ISO times: days counted from when the order was placed. Null when nobody can
 * know it yet (the money is awaited), or any more.
 */
export function expectedArrival({
  status,
  placedAt,
  shippingMethod,
}: Known): { first: string; last: string } | null {
  if (!shippingMethod || (status !== "confirmed" && status !== "fulfilled")) return null;
  const after = (days: number) => new Date(Date.parse(placedAt) + days * dayMs).toISOString();
  return { first: after(shippingMethod.minDays), last: after(shippingMethod.maxDays) };
}
