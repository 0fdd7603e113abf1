import type { RefundEnd } from "./state.ts";

/** The payment methods of the hosted page, by the numbers of Stripe's test cards. */
export const cards = {
  "4242424242424242": { title: "Card that is accepted", does: "accept" },
  "4000000000000002": { title: "Card that is declined", does: "decline", reason: "generic_decline" },
  "4000000000009995": { title: "Card without enough money", does: "decline", reason: "insufficient_funds" },
  "4000002500003155": { title: "Card that asks for a second step", does: "second-step" },
  "4000000000007726": { title: "Card whose refunds take time", does: "accept", refunds: "late" },
  "4000000000005126": { title: "Card whose refunds fail later", does: "accept", refunds: "failed" },
  AT611904300234573201: { title: "Bank debit that settles later", does: "debit" },
} as const satisfies Record<string, Card>;

export type CardNumber = keyof typeof cards;

export type Card = {
  title: string;
  does: "accept" | "decline" | "second-step" | "debit";
  reason?: string;
  refunds?: RefundEnd;
};

export const cardNumbers = [
  "4242424242424242",
  "4000000000000002",
  "4000000000009995",
  "4000002500003155",
  "4000000000007726",
  "4000000000005126",
  "AT611904300234573201",
] as const satisfies CardNumber[];

export const declineWords: Record<string, string> = {
  generic_decline: "Your card was declined.",
  insufficient_funds: "Your card has insufficient funds.",
  authentication: "We are unable to authenticate your payment method. Please choose a different one.",
};
