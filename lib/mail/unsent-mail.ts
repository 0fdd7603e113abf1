import { DomainError, isDomainError } from "#lib/platform/errors.ts";
import { isUndeliverable } from "./undeliverable-mail.ts";

/** For somebody who asked for a mail that the mail server did not take. */
export function unsentMail(cause: unknown): DomainError {
  if (isUndeliverable(cause))
    return new DomainError("unavailable", "The mail server does not accept mail for this email address.", {
      details: { mail: true, refused: true },
      cause,
    });
  return new DomainError("unavailable", "The email could not be sent just now. Try again in a moment.", {
    details: { mail: true },
    cause,
  });
}

/** Whether it is the failure to send a mail. */
export function isUnsentMail(error: unknown): boolean {
  return isDomainError(error, "unavailable") && error.details?.mail === true;
}

/** Whether the server refused it for good, so that trying again does not help. */
export function isRefusedMail(error: unknown): boolean {
  return isDomainError(error, "unavailable") && error.details?.refused === true;
}
