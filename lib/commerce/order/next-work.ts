import { isOpen, type KeptAttempt } from "#lib/commerce/payment/index.ts";
import type { FulfillmentStatus, OrderStatus } from "./order.ts";

/** A payment with everything that decides the next work. */
export type Tended = {
  attempt: KeptAttempt;
  dueAt: Date | null;
  /** Its order, if any. */
  order: { status: OrderStatus; fulfillmentStatus: FulfillmentStatus } | null;
  refunds: { key: string; amount: number; isDone: boolean }[];
};

export type Work =
  | { kind: "look" }
  /** The shopper's time has run out. */
  | { kind: "close" }
  | { kind: "capture"; amount: number }
  | { kind: "release" }
  | { kind: "refund"; amount: number; key: string }
  /** Refund the captured rest, too. */
  | { kind: "refund-rest" };

const straysMs = 3_600_000;

/** The next work on a payment at its provider; null if there is none. */
export function nextWork({ attempt, order, refunds }: Tended, at: Date): Work | null {
  if (isOpen(attempt)) return { kind: at.getTime() >= Date.parse(attempt.expiresAt) ? "close" : "look" };
  const asked = refunds.find(({ isDone }) => !isDone);
  if (asked) return { kind: "refund", amount: asked.amount, key: asked.key };
  if (attempt.goesBack || order?.status === "cancelled") return goingBack(attempt, refunds);
  if (order) return isCaptureDue(attempt, order) ? { kind: "capture", amount: attempt.amount } : null;
  return attempt.state === "declined" ? null : { kind: "release" };
}

/**
 * Whether a call to the provider may still be in transit although its attempt was closed. An attempt without a
 * reference is followed for an hour after its expiry.
 */
export function mayStray({ reference, expiresAt }: KeptAttempt, at: Date): boolean {
  return reference === null && at.getTime() < Date.parse(expiresAt) + straysMs;
}

function goingBack({ state, captured, refunded }: KeptAttempt, refunds: Tended["refunds"]): Work | null {
  const asked = refunds.reduce((sum, { amount }) => sum + amount, 0);
  if (captured > Math.max(asked, refunded)) return { kind: "refund-rest" };
  return state === "authorized" ? { kind: "release" } : null;
}

function isCaptureDue(
  { state, capture, reference }: KeptAttempt,
  order: NonNullable<Tended["order"]>,
): boolean {
  // What no provider knows of is the merchant's word alone: there is nobody to take it from.
  if (state !== "authorized" || reference === null) return false;
  return capture === "on-placement" || order.fulfillmentStatus !== "unfulfilled";
}
