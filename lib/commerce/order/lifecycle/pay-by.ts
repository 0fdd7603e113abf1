import { env } from "#lib/platform/env.ts";
import type { Order } from "../order.ts";

const dayMs = 86_400_000;

type Awaited = Pick<Order, "status" | "paymentStatus" | "totals" | "placedAt">;

/** The payment deadline of an order (ISO 8601 UTC); null if no payment is awaited. */
export function payBy({ status, paymentStatus, totals, placedAt }: Awaited): string | null {
  if (status !== "pending" || paymentStatus !== "pending" || totals.total === 0) return null;
  return new Date(Date.parse(placedAt) + env.UNPAID_ORDER_DAYS * dayMs).toISOString();
}
