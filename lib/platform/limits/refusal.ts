import type { DetailsOf } from "#lib/platform/error-details.ts";
import { DomainError, isDomainError } from "#lib/platform/errors.ts";
import type { Rule } from "./rules.ts";

/** The limit is reached, for so many seconds. */
export function tooMany({ points, seconds }: Rule, msBeforeNext: number): DomainError {
  const retryAfterSeconds = Math.max(1, Math.ceil(msBeforeNext / 1000));
  return new DomainError("too_many_requests", "Too many requests. Try again later.", {
    details: { limit: points, windowSeconds: seconds, retryAfterSeconds },
  });
}

/** The details of `too_many_requests`; null for any other error. */
export function waitOf(error: DomainError): DetailsOf<"too_many_requests"> | null {
  return (isDomainError(error, "too_many_requests") && error.details) || null;
}

/** The call is refused because it cannot be counted. */
export function cannotCount(cause: unknown): DomainError {
  return new DomainError("unavailable", "This is not available just now. Try again in a moment.", { cause });
}
