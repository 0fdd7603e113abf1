export type { PaymentMethod, PaymentOutcome, PaymentProvider } from "./authorizing.ts";
export { choosePayment, paymentProviders } from "./providers.ts";
export { payments } from "./verbs.ts";
