import type { AttemptState, Facts } from "#lib/commerce/payment/index.ts";
import type { PaymentStatus } from "../order.ts";

const statuses = {
  awaited: "pending",
  open: "pending",
  started: "pending",
  redirected: "pending",
  authorized: "authorized",
  captured: "paid",
  disputed: "paid",
  refunded: "refunded",
  declined: "declined",
  expired: "voided",
  released: "voided",
} as const satisfies Record<Facts["state"] | AttemptState, PaymentStatus>;

/** An order's payment status from what is known of its payment. A partial refund still counts as paid. */
export function paymentStatusOf({
  state,
  captured,
  refunded,
}: Pick<Facts, "captured" | "refunded"> & { state: keyof typeof statuses }): PaymentStatus {
  if (captured > 0 && refunded >= captured) return "refunded";
  return statuses[state];
}
