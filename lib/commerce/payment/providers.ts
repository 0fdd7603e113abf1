import { DomainError } from "#lib/platform/errors.ts";
import type { PaymentMethod, PaymentProvider } from "./authorizing.ts";
import { cod } from "./cod.ts";
import { manual } from "./manual.ts";
import { testCard } from "./test-card.ts";

/** The ways to pay, in the order to offer them. */
export const paymentProviders: readonly PaymentProvider[] = [testCard, manual, cod];

/**
 * The provider and the method that a caller named; without a method, the provider's first.
 * @throws payment_provider_required when none was named, payment_provider_not_enabled when the shop does not offer it
 */
export function choosePayment(input: { provider: string | undefined; method?: string | undefined }): {
  provider: PaymentProvider;
  method: PaymentMethod;
} {
  if (input.provider === undefined) {
    throw new DomainError("payment_provider_required", "Choose how to pay");
  }
  const provider = paymentProviders.find((candidate) => candidate.id === input.provider);
  const method =
    input.method === undefined
      ? provider?.methods[0]
      : provider?.methods.find((candidate) => candidate.id === input.method);
  if (!provider || !method)
    throw new DomainError("payment_provider_not_enabled", "This way to pay is not offered");
  return { provider, method };
}
