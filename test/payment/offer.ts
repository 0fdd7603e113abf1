import { type PaymentProvider, paymentsPart } from "#lib/commerce/payment/index.ts";
import "#lib/shop.ts";

/** Adds a provider to the shop's own for this test file. */
export function offer(provider: PaymentProvider): void {
  paymentsPart.handIn([...paymentsPart.get().filter(({ id }) => id !== provider.id), provider]);
}
