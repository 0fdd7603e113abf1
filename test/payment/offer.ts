import { afterAll } from "vitest";
import { type PaymentProvider, paymentsPart } from "#lib/commerce/payment/index.ts";
import "#lib/shop.ts";

/** Adds a provider to the shop's own for this test file. */
export function offer(provider: PaymentProvider): void {
  afterAll(addProvider(provider));
}

/** Adds a provider to the shop's own, or replaces the one with its id. Returns a function that undoes it. */
export function addProvider(provider: PaymentProvider): () => void {
  const before = paymentsPart.get();
  paymentsPart.provide([...before.filter(({ id }) => id !== provider.id), provider]);
  return () => paymentsPart.provide(before);
}
