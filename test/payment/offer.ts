import { type PaymentProvider, paymentsPart } from "#lib/commerce/payment/index.ts";
import "#lib/shop.ts";

/** Offers a provider in this test file, beside the shop's own. */
export function offer(provider: PaymentProvider): void {
  paymentsPart.handIn([...paymentsPart.get().filter(({ id }) => id !== provider.id), provider]);
}
