export type { PaymentMethod, PaymentOutcome, PaymentProvider } from "./provider.ts";
export { choosePayment, paymentProviders } from "./providers.ts";
