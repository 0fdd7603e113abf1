import Stripe from "stripe";
import { DomainError } from "#lib/platform/errors.ts";

/**
 * A failure at Stripe, for the log: without Stripe's message, which quotes the request. `passing` failures are
 * temporary (no connection, too many calls, a Stripe error); others need a change of keys or settings.
 */
class StripeFailure extends Error {
  readonly code: string;

  constructor({ type, code, statusCode }: Stripe.errors.StripeError, passing: boolean) {
    super("Stripe rejected the request");
    this.name = passing ? "StripeUnavailable" : "StripeRefused";
    this.code = [type, code, statusCode].filter((part) => part !== undefined).join(".");
  }
}

/** Runs calls to Stripe. @throws unavailable without a usable answer */
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

/** Whether Stripe's error has one of these codes, such as "amount_too_small". */
export function hasCode(error: unknown, ...codes: string[]): boolean {
  return error instanceof Stripe.errors.StripeError && codes.includes(error.code ?? "");
}

/** The idempotency key was used for a different request. */
export function isKeyTaken(error: unknown): boolean {
  return error instanceof Stripe.errors.StripeIdempotencyError;
}

/** The request is not possible in the current state. */
export function isRefused(error: unknown): boolean {
  return error instanceof Stripe.errors.StripeInvalidRequestError;
}

/** An error at Stripe, possibly after the effect. Stripe repeats such an answer for the same key. */
export function isStripesFault(error: unknown): boolean {
  return error instanceof Stripe.errors.StripeError && (error.statusCode ?? 0) >= 500;
}

function isPassing({ statusCode }: Stripe.errors.StripeError): boolean {
  return statusCode === undefined || statusCode === 409 || statusCode === 429 || statusCode >= 500;
}
