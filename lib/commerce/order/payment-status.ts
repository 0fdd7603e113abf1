import type { Facts } from "#lib/commerce/payment/index.ts";
import type { PaymentStatus } from "./order.ts";

const statuses = {
  awaited: "pending",
  open: "pending",
  authorized: "authorized",
  captured: "paid",
  disputed: "paid",
  refunded: "refunded",
  declined: "declined",
  expired: "voided",
  released: "voided",
} as const satisfies Record<Facts["state"], PaymentStatus>;

/** An order's payment status from the provider's facts. A partial refund still counts as paid. */
export function paymentStatusOf({
  state,
  captured,
  refunded,
}: Omit<Facts, "currency" | "amount" | "reference">): PaymentStatus {
  if (captured > 0 && refunded >= captured) return "refunded";
  return statuses[state];
}
