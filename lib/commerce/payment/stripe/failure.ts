import Stripe from "stripe";
import { DomainError } from "#lib/platform/errors.ts";

/**
 * What went wrong at Stripe, for the log: without Stripe's own words, which quote what was sent. `passing` failures mend
 * themselves (no connection, too many calls, an error of Stripe's); others need somebody to look at keys or settings.
 */
class StripeFailure extends Error {
  readonly code: string;

  constructor({ type, code, statusCode }: Stripe.errors.StripeError, passing: boolean) {
    super("Stripe could not do what it was asked for");
    this.name = passing ? "StripeUnavailable" : "StripeRefused";
    this.code = [type, code, statusCode].filter((part) => part !== undefined).join(".");
  }
}

/** Runs what asks Stripe. @throws unavailable when there was no answer, or one that we cannot work with */
export async function asking<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeError)) throw error;
    throw new DomainError("unavailable", "The payment provider cannot be reached at the moment", {
      cause: new StripeFailure(error, isPassing(error)),
    });
  }
}

/** Whether Stripe refused because of this: a code of its own, such as "amount_too_small". */
export function hasCode(error: unknown, ...codes: string[]): boolean {
  return error instanceof Stripe.errors.StripeError && codes.includes(error.code ?? "");
}

/** The idempotency key was used before, for something else. */
export function isKeyTaken(error: unknown): boolean {
  return error instanceof Stripe.errors.StripeIdempotencyError;
}

/** The request was understood and cannot be done as things are. */
export function isRefused(error: unknown): boolean {
  return error instanceof Stripe.errors.StripeInvalidRequestError;
}

/** Something broke at Stripe, and it may have been done or not. Such an answer is repeated for the same key. */
export function isStripesFault(error: unknown): boolean {
  return error instanceof Stripe.errors.StripeError && (error.statusCode ?? 0) >= 500;
}

function isPassing({ statusCode }: Stripe.errors.StripeError): boolean {
  return statusCode === undefined || statusCode === 409 || statusCode === 429 || statusCode >= 500;
}
