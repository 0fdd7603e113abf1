import type { Attempt } from "./attempt.ts";
import type { Facts, PaymentProvider } from "./provider.ts";

type Way = Pick<
  PaymentProvider,
  "id" | "formerIds" | "title" | "translations" | "icon" | "methods" | "confirmsOrder" | "steps"
>;

/** A payment method whose money comes after the order, without a provider. People handle payment and refunds. */
export function paidLater(way: Way): PaymentProvider {
  return {
    ...way,
    asks: false,
    start: async (opening) => ({ status: "settled", facts: asRecorded(opening) }),
    look: async (attempt) => asRecorded(attempt),
    capture: async (attempt, amount) => asRecorded({ ...attempt, state: "captured", captured: amount }),
    release: async (attempt) =>
      asRecorded(attempt.captured > 0 ? attempt : { ...attempt, state: "released" }),
    refund: async (attempt, amount) => asRecorded({ ...attempt, refunded: attempt.refunded + amount }),
  };
}

/** The facts as we have recorded them: there is no other record. */
export function asRecorded(attempt: Attempt): Facts {
  const { state, amount, currency, captured, refunded, reference } = attempt;
  const settled = state === "started" || state === "redirected" ? "open" : state;
  return {
    state: captured > 0 && refunded >= captured ? "refunded" : settled,
    amount,
    currency,
    captured,
    refunded,
    reference,
  };
}
