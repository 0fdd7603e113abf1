import { randomUUID } from "node:crypto";
import type { Attempt, CaptureTime, Facts, Opening, PaymentProvider } from "#lib/commerce/payment/index.ts";

const bill = {
  lines: [{ name: "Thing", sku: "T-1", image: null, quantity: 2, unitPrice: 1000, total: 2000 }],
  discount: 200,
  shipping: { name: "Standard", amount: 500 },
  tax: 144,
  locale: "en-US",
  email: "buyer@example.com",
  country: "US",
};

/** An attempt that is about to start, of $24.44. */
export function openingOf(provider: PaymentProvider, method: string, capture: CaptureTime): Opening {
  const id = randomUUID();
  return {
    id,
    cartId: randomUUID(),
    cartVersion: 1,
    provider: provider.id,
    method,
    amount: 2444,
    currency: "USD",
    capture,
    state: "started",
    reference: null,
    captured: 0,
    refunded: 0,
    expiresAt: new Date(Date.now() + (provider.minutesToPay ?? 15) * 60_000).toISOString(),
    bill,
    returnUrl: `http://localhost:3000/checkout/return/${id}`,
    cancelUrl: `http://localhost:3000/checkout/back/${id}`,
  };
}

/** The attempt after the shop has recorded this outcome. */
export function told<A extends Attempt>(attempt: A, { state, captured, refunded, reference }: Facts): A {
  const known = state === "open" ? attempt.state : state;
  return { ...attempt, state: known, captured, refunded, reference: reference ?? attempt.reference };
}
