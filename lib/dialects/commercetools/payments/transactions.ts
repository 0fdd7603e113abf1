import { createHash } from "node:crypto";
import type { PaymentRecord } from "#lib/commerce/order/index.ts";
import { type Money, money } from "../wire/money.ts";

type TransactionState = "Initial" | "Pending" | "Success" | "Failure";
export type Transaction = {
  id: string;
  type: "Authorization" | "Charge" | "CancelAuthorization" | "Refund" | "Chargeback";
  amount: Money;
  state: TransactionState;
  timestamp?: string;
  interactionId?: string;
};

const refundStates = {
  asked: "Initial",
  pending: "Pending",
  done: "Success",
  failed: "Failure",
} as const satisfies Record<PaymentRecord["refunds"][number]["state"], TransactionState>;

const disputeStates = { open: "Pending", won: "Failure", lost: "Success" } as const;

/** What happened to a payment's money, and what was asked for. */
export function transactionsOf(payment: PaymentRecord): Transaction[] {
  const { currency, amount, captured, refunds, disputes } = payment;
  const one = (type: Transaction["type"], sum: number, state: TransactionState | null): Transaction[] =>
    state === null ? [] : [{ id: derivedId(payment.id, type), type, amount: money(sum, currency), state }];
  return [
    ...one("Authorization", amount, authorizationState(payment)),
    ...one("Charge", captured > 0 ? captured : amount, chargeState(payment)),
    ...one("CancelAuthorization", amount, cancelState(payment)),
    ...refunds.map(({ id, amount: given, state, createdAt, reference }): Transaction => {
      const known = reference === null ? {} : { interactionId: reference };
      return {
        ...{ id, type: "Refund", timestamp: createdAt, amount: money(given, currency) },
        state: refundStates[state],
        ...known,
      };
    }),
    ...Object.entries(disputes).map(
      ([dispute, state]): Transaction => ({
        id: derivedId(payment.id, dispute),
        type: "Chargeback",
        amount: money(captured, currency),
        state: disputeStates[state],
        interactionId: dispute,
      }),
    ),
  ];
}

/** Only a provider authorizes first. */
function authorizationState(payment: PaymentRecord): TransactionState | null {
  const { state, capture, reference } = payment;
  if (reference === null || (capture !== "on-shipping" && state !== "authorized")) return null;
  if (state === "started" || state === "redirected") return "Pending";
  return state === "declined" || state === "expired" || (state === "released" && !wasHeld(payment))
    ? "Failure"
    : "Success";
}

function chargeState({ state, captured, capture, wanted }: PaymentRecord): TransactionState | null {
  if (captured > 0) return "Success";
  if (state === "awaited") return "Initial";
  if (state === "authorized") return capture === "on-placement" || wanted === "capture" ? "Pending" : null;
  if (capture === "on-shipping") return null;
  return state === "started" || state === "redirected" ? "Pending" : "Failure";
}

function cancelState(payment: PaymentRecord): TransactionState | null {
  const { state, wanted } = payment;
  if (state === "released" && wasHeld(payment)) return "Success";
  return state === "authorized" && wanted === "release" ? "Pending" : null;
}

/** Whether the released payment had been authorized. Otherwise only its page was closed. */
function wasHeld({ orderId, goesBack, reference }: PaymentRecord): boolean {
  return reference !== null && (orderId !== null || goesBack);
}

/** The same id for the same part of a payment: a UUID v8 from a hash. */
function derivedId(paymentId: string, part: string): string {
  const hex = createHash("sha256").update(`${paymentId} ${part}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
