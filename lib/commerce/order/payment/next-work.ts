import { isOpen, type KeptAttempt } from "#lib/commerce/payment/index.ts";
import type { FulfillmentStatus, OrderStatus } from "../order.ts";

/** A payment with everything that decides the next work. */
export type Tended = {
  attempt: KeptAttempt;
  dueAt: Date | null;
  /** Its order, if any. */
  order: { status: OrderStatus; fulfillmentStatus: FulfillmentStatus } | null;
  refunds: { key: string; amount: number; state: "asked" | "pending" | "done" | "failed" }[];
  /** Whether the buyer has the money back from the bank, after a dispute. */
  isLost: boolean;
};

export type Work =
  | { kind: "look" }
  /** The shopper's time has run out. */
  | { kind: "close" }
  | { kind: "capture"; amount: number }
  | { kind: "release" }
  | { kind: "refund"; amount: number; key: string }
  /** Refund the captured rest, too. */
  | { kind: "refund-rest" }
  /** A refund is under way. */
  | { kind: "follow-refund" };

const transitMs = 3_600_000;

/** The next work on a payment at its provider; null if there is none. */
export function nextWork({ attempt, order, refunds, isLost }: Tended, at: Date): Work | null {
  if (isOpen(attempt)) return { kind: at.getTime() >= Date.parse(attempt.expiresAt) ? "close" : "look" };
  const asked = refunds.find(({ state }) => state === "asked");
  if (asked) return { kind: "refund", amount: asked.amount, key: asked.key };
  const due = dueWork({ attempt, order, refunds, isLost });
  if (due || (!order && !attempt.goesBack)) return due;
  return refunds.some(({ state }) => state === "pending") ? { kind: "follow-refund" } : null;
}

/** What the order, or an operator, asks for. */
function dueWork({ attempt, order, refunds, isLost }: Omit<Tended, "dueAt">): Work | null {
  if (isLost && (attempt.goesBack || order?.status === "cancelled")) return null;
  if (attempt.goesBack) return goingBack(attempt, refunds);
  // Money that came without a provider is returned by people, who then record it.
  if (order?.status === "cancelled") return attempt.reference === null ? null : goingBack(attempt, refunds);
  if (!order) return attempt.state === "declined" ? null : { kind: "release" };
  if (isCaptureDue(attempt, order)) return { kind: "capture", amount: attempt.amount };
  return isHeld(attempt) && attempt.wanted === "release" ? { kind: "release" } : null;
}

/**
 * Whether a call to the provider may still be in transit although its attempt was closed. An attempt without a
 * reference is followed for an hour after its expiry.
 */
export function mayBeInTransit({ reference, expiresAt }: KeptAttempt, at: Date): boolean {
  return reference === null && at.getTime() < Date.parse(expiresAt) + transitMs;
}

/** A refund that has failed is not repeated: see recordMoney. */
function goingBack({ state, captured, refunded }: KeptAttempt, refunds: Tended["refunds"]): Work | null {
  const asked = refunds.reduce((sum, { amount }) => sum + amount, 0);
  if (captured > Math.max(asked, refunded)) return { kind: "refund-rest" };
  return state === "authorized" ? { kind: "release" } : null;
}

function isCaptureDue(attempt: KeptAttempt, order: NonNullable<Tended["order"]>): boolean {
  if (!isHeld(attempt) || attempt.wanted === "release") return false;
  const { capture, wanted } = attempt;
  return capture === "on-placement" || wanted === "capture" || order.fulfillmentStatus !== "unfulfilled";
}

/** Without a reference the status is the merchant's own entry, and there is nothing to capture at a provider. */
function isHeld({ state, reference }: KeptAttempt): boolean {
  return state === "authorized" && reference !== null;
}
