import { env } from "#lib/platform/env.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { bankTransfer } from "./bank-transfer/index.ts";
import { cashOnDelivery } from "./cash-on-delivery/index.ts";
import { demoCard } from "./demo-card/index.ts";
import type { PaymentMethod, PaymentProvider } from "./provider.ts";
import { stripe } from "./stripe/index.ts";

/** The ways to pay, in the order to offer them. */
export const paymentProviders: PaymentProvider[] = [
  ...stripeOnceSet(),
  ...(env.DEMO === "on" ? [demoCard] : []),
  bankTransfer,
  cashOnDelivery,
];

function stripeOnceSet(): PaymentProvider[] {
  const {
    STRIPE_SECRET_KEY: secretKey,
    STRIPE_WEBHOOK_SECRET: webhookSecret,
    STRIPE_API_URL: apiUrl = null,
  } = env;
  return secretKey && webhookSecret
    ? [stripe({ secretKey, webhookSecret, apiUrl, shopUrl: env.STOREFRONT_URL })]
    : [];
}

// Not offered any more, yet their orders are still there.
const retired = [demoCard];

/** The provider of a payment that was made, also of one that is no longer offered. @throws when it is not known at all */
export function providerNamed(id: string): PaymentProvider {
  const provider = [...paymentProviders, ...retired].find((candidate) => candidate.id === id);
  if (!provider) throw new Error(`The payment provider ${id} is not known any more`);
  return provider;
}

/** The same for words about it: null when it is not known. */
export function findProvider(id: string): PaymentProvider | null {
  return [...paymentProviders, ...retired].find((candidate) => candidate.id === id) ?? null;
}

export type Choice = { provider: PaymentProvider; method: PaymentMethod };

/**
 * The provider and the method that a caller named; without a method, the provider's first.
 * @throws payment_provider_required when none was named, payment_provider_not_enabled when the shop does not offer it
 */
export function choosePayment(input: { provider: string | undefined; method?: string | undefined }): Choice {
  const { provider: named, method: way } = input;
  if (named === undefined) throw new DomainError("payment_provider_required", "Choose how to pay");
  const provider = paymentProviders.find(({ id, formerIds }) => id === named || formerIds?.includes(named));
  const method = way === undefined ? provider?.methods[0] : provider?.methods.find(({ id }) => id === way);
  if (!provider || !method)
    throw new DomainError("payment_provider_not_enabled", "This way to pay is not offered");
  return { provider, method };
}
