export type { Attempt, AttemptState, Bill, CaptureTime, Opening } from "./attempt.ts";
export { attemptStates } from "./attempt.ts";
export { bankTransfer } from "./bank-transfer/index.ts";
export { cashOnDelivery } from "./cash-on-delivery/index.ts";
export { closeAttempt } from "./close-attempt.ts";
export { accept as acceptDemoCard, decline as declineDemoCard, demoCard } from "./demo-card/index.ts";
export { disputesFrom, isLost } from "./disputes.ts";
export { endAttempt } from "./end-attempt.ts";
export { attemptOf, findAttempt, isOpen, type KeptAttempt } from "./kept-attempt.ts";
export { type Moved, mergeFacts } from "./merge-facts.ts";
export { type Facts, hasMoney, type PaymentProvider, type PaymentSteps } from "./provider.ts";
export {
  type Choice,
  choosePayment,
  findProvider,
  laterWays,
  paymentsPart,
  providerNamed,
} from "./providers.ts";
export { stripeFrom } from "./stripe/index.ts";
export { payments } from "./verbs.ts";
export { wordsOf } from "./words-of.ts";
