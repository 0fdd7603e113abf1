import { DomainError, isDomainError } from "#lib/platform/errors.ts";

/** For somebody who asked for a mail that the mail server did not take. */
export function unsentMail(cause: unknown): DomainError {
  const message = "The email could not be sent just now. Try again in a moment.";
  return new DomainError("unavailable", message, { details: { mail: true }, cause });
}

export function isUnsentMail(error: unknown): boolean {
  return isDomainError(error, "unavailable") && error.details?.mail === true;
}
