import { isOpen, type KeptAttempt } from "#lib/commerce/payment/index.ts";
import type { FulfillmentStatus, OrderStatus } from "./order.ts";

/** A payment with all that decides what is to be done about it. */
export type Tended = {
  attempt: KeptAttempt;
  dueAt: Date | null;
  /** The order that came of it. */
  order: { status: OrderStatus; fulfillmentStatus: FulfillmentStatus } | null;
  refunds: { key: string; amount: number; isDone: boolean }[];
};

export type Work =
  | { kind: "look" }
  /** The shopper's time is up. */
  | { kind: "close" }
  | { kind: "capture"; amount: number }
  | { kind: "release" }
  | { kind: "refund"; amount: number; key: string }
  /** What was taken and nobody has asked back yet is to go back, too. */
  | { kind: "refund-rest" };

const straysMs = 3_600_000;

/** What is to be done next about a payment at its provider; null when nothing is. */
export function nextWork({ attempt, order, refunds }: Tended, at: Date): Work | null {
  if (isOpen(attempt)) return { kind: at.getTime() >= Date.parse(attempt.expiresAt) ? "close" : "look" };
  const asked = refunds.find(({ isDone }) => !isDone);
  if (asked) return { kind: "refund", amount: asked.amount, key: asked.key };
  if (attempt.goesBack || order?.status === "cancelled") return goingBack(attempt, refunds);
  if (order) return isCaptureDue(attempt, order) ? { kind: "capture", amount: attempt.amount } : null;
  return attempt.state === "declined" ? null : { kind: "release" };
}

/**
 * Whether a question that was closed before it was answered may still be on its way to the provider: what has no name
 * there yet is followed for an hour after its time.
 */
export function mayStray({ reference, expiresAt }: KeptAttempt, at: Date): boolean {
  return reference === null && at.getTime() < Date.parse(expiresAt) + straysMs;
}

function goingBack({ state, captured, refunded }: KeptAttempt, refunds: Tended["refunds"]): Work | null {
  const asked = refunds.reduce((sum, { amount }) => sum + amount, 0);
  if (captured > Math.max(asked, refunded)) return { kind: "refund-rest" };
  return state === "authorized" ? { kind: "release" } : null;
}

function isCaptureDue({ state, capture }: KeptAttempt, order: NonNullable<Tended["order"]>): boolean {
  if (state !== "authorized") return false;
  return capture === "on-placement" || order.fulfillmentStatus !== "unfulfilled";
}
