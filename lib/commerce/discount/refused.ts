import { DomainError } from "#lib/platform/errors.ts";
import type { Refusal } from "./evaluate.ts";

const reasons: Record<Refusal | "unknown", string> = {
  unknown: "is not a known coupon",
  not_started: "cannot be used yet",
  expired: "has expired",
  used_up: "has been used up",
  wrong_currency: "does not apply to this currency",
  minimum_spend: "needs a larger order",
  already_used: "can be used once per customer",
};

/** The error for a rejected coupon. */
export function refused(code: string, reason: keyof typeof reasons): DomainError {
  return new DomainError("coupon_not_applicable", `${code} ${reasons[reason]}`, {
    details: { code, reason },
  });
}
