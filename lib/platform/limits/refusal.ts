import { DomainError } from "#lib/platform/errors.ts";
import type { Rule } from "./rules.ts";

/** The rule that refused a call, and the time until it lets the next one pass. */
type Wait = { limit: number; windowSeconds: number; retryAfterSeconds: number };

export function tooMany({ points, seconds }: Rule, msBeforeNext: number): DomainError {
  const retryAfterSeconds = Math.max(1, Math.ceil(msBeforeNext / 1000));
  return new DomainError("too_many_requests", "Too many requests. Try again later.", {
    details: { limit: points, windowSeconds: seconds, retryAfterSeconds } satisfies Wait,
  });
}

/** The details of `too_many_requests`; null for any other error. */
export function waitOf({ code, details }: DomainError): Wait | null {
  return code === "too_many_requests" ? (details as Wait) : null;
}

export function cannotCount(cause: unknown): DomainError {
  return new DomainError("unavailable", "This is not available just now. Try again in a moment.", { cause });
}
