import { createHash } from "node:crypto";
import { type PaymentRecord, type Transaction, transactionsOf } from "#lib/commerce/order/index.ts";
import { withoutBlanks } from "../wire/address.ts";
import { money } from "../wire/money.ts";

export const transactionTypes = {
  authorization: "Authorization",
  charge: "Charge",
  cancellation: "CancelAuthorization",
  refund: "Refund",
  dispute: "Chargeback",
} as const satisfies Record<Transaction["type"], string>;

export const transactionStates = {
  asked: "Initial",
  pending: "Pending",
  done: "Success",
  failed: "Failure",
} as const satisfies Record<Transaction["state"], string>;

/** A payment's transactions in their wire shape. */
export function toTransactions(payment: PaymentRecord) {
  return transactionsOf(payment).map(({ id, type, state, amount, reference, at }) => ({
    id: id ?? derivedId(payment.id, type === "dispute" ? (reference ?? "") : transactionTypes[type]),
    type: transactionTypes[type],
    amount: money(amount, payment.currency),
    state: transactionStates[state],
    ...withoutBlanks({ timestamp: at, interactionId: reference }),
  }));
}

/** The same id for the same part of a payment: a UUID v8 from a hash. */
function derivedId(paymentId: string, part: string): string {
  const hex = createHash("sha256").update(`${paymentId} ${part}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
