import type { Rule } from "./rules.ts";

/** A rule that a call is counted by. */
export type Count = {
  rule: Rule;
  /** The prefix of the rule's keys: "coupon-session-calls-600". */
  bucket: string;
  /** The group that the call belongs to: a user, a network. */
  key: string;
  /** For rules that count addresses. */
  address: string | null;
};
