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

/** Where an order's money is, by what the provider says of its attempt. One that went back in part is still paid. */
export function paymentStatusOf({
  state,
  captured,
  refunded,
}: Omit<Facts, "currency" | "amount" | "reference">): PaymentStatus {
  if (captured > 0 && refunded >= captured) return "refunded";
  return statuses[state];
}
