import { type PaymentProvider, paymentProviders } from "#lib/commerce/payment/index.ts";

/** Offers a provider in this test file, beside the shop's own. */
export function offer(provider: PaymentProvider): void {
  if (!paymentProviders.some(({ id }) => id === provider.id)) paymentProviders.push(provider);
}
