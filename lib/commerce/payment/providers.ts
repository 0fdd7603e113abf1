import { DomainError } from "#lib/platform/errors.ts";
import { part } from "#lib/platform/part.ts";
import type { PaymentMethod, PaymentProvider } from "./provider.ts";

/** The shop's ways to pay, in the order to offer them. */
export const paymentsPart = part<readonly PaymentProvider[]>("ways to pay");

/** Those that shoppers may choose. */
export function offeredPayments(): PaymentProvider[] {
  return paymentsPart.get().filter(({ isOffered = true }) => isOffered);
}

/** The ways to pay whose money comes without a provider. */
export function laterWays(): PaymentProvider[] {
  return paymentsPart.get().filter(({ asks }) => asks === false);
}

/** The provider of an existing payment, even if it is no longer offered; null if it is unknown. */
export function findProvider(id: string): PaymentProvider | null {
  return paymentsPart.get().find((candidate) => candidate.id === id) ?? null;
}

/** The same for callers that need it. @throws if it is unknown */
export function providerNamed(id: string): PaymentProvider {
  const provider = findProvider(id);
  if (!provider) throw new Error(`The payment provider ${id} is not known any more`);
  return provider;
}

export type Choice = { provider: PaymentProvider; method: PaymentMethod };

/**
 * The provider and method that a caller chose; the provider's first method by default.
 * @throws payment_provider_required if none was chosen, payment_provider_not_enabled if the shop does not offer it
 */
export function choosePayment(input: { provider: string | undefined; method?: string | undefined }): Choice {
  const { provider: named, method: way } = input;
  if (named === undefined) throw new DomainError("payment_provider_required", "Choose how to pay");
  const provider = offeredPayments().find(({ id, formerIds }) => id === named || formerIds?.includes(named));
  const method = way === undefined ? provider?.methods[0] : provider?.methods.find(({ id }) => id === way);
  if (!provider || !method)
    throw new DomainError("payment_provider_not_enabled", "This way to pay is not offered");
  return { provider, method };
}
