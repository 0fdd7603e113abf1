export type { Attempt, AttemptState, Bill, CaptureTime, Opening } from "./attempt.ts";
export { closeAttempt } from "./close-attempt.ts";
export { accept as acceptDemoCard, decline as declineDemoCard } from "./demo-card/index.ts";
export { endAttempt } from "./end-attempt.ts";
export { attemptOf, findAttempt, isOpen, type KeptAttempt } from "./kept-attempt.ts";
export {
  type Due,
  type Facts,
  hasMoney,
  type PaymentMethod,
  type PaymentProvider,
  type PaymentSteps,
} from "./provider.ts";
export { type Choice, choosePayment, findProvider, paymentProviders, providerNamed } from "./providers.ts";
export { payments } from "./verbs.ts";
export { wordsOf } from "./words-of.ts";
