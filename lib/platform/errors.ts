import type { DetailsOf } from "./error-details.ts";

/** Every error of the domain. A dialect whose error table lacks a code does not compile. */
const errorCodes = [
  "bad_request",
  "validation_failed",
  "unauthenticated",
  "untrusted_origin",
  "not_found",
  "guest_order_not_found",
  "cart_empty",
  "contact_required",
  "address_required",
  "shipping_method_required",
  "shipping_method_not_available",
  "price_not_available",
  "coupon_not_applicable",
  "payment_provider_required",
  "payment_provider_not_enabled",
  "payment_declined",
  "out_of_stock",
  "cart_changed",
  "version_conflict",
  "already_taken",
  "order_not_cancellable",
  "order_in_progress",
  "payment_in_progress",
  "session_changed",
  "idempotency_key_reused",
  "method_not_allowed",
  "payload_too_large",
  "uri_too_long",
  "headers_too_large",
  "request_timeout",
  "unsupported_media_type",
  "too_many_requests",
  "unavailable",
  "database_failed",
  "internal",
] as const;

export type ErrorCode = (typeof errorCodes)[number];

type ErrorOptions<Code extends ErrorCode> = { details?: DetailsOf<Code> | undefined; cause?: unknown };

// Pages, Next's hooks and the web server are bundled apart, each with a class of its own.
const mark = Symbol.for("guest-checkout.domain-error");

/** An error that callers see. `message` and `details` are public; `cause` only goes to the log. */
export class DomainError<Code extends ErrorCode = ErrorCode> extends Error {
  readonly code: Code;
  readonly details: DetailsOf<Code> | undefined;

  constructor(code: Code, message: string, options: ErrorOptions<Code> = {}) {
    super(message, { cause: options.cause });
    this.name = "DomainError";
    this.code = code;
    this.details = options.details;
  }

  get [mark](): true {
    return true;
  }
}

/** Whether it is one, of any bundle, and has one of these codes if any are given. */
export function isDomainError<Code extends ErrorCode>(
  error: unknown,
  ...codes: Code[]
): error is DomainError<Code> {
  if (!(error instanceof Error && mark in error)) return false;
  return codes.length === 0 || codes.some((code) => code === (error as Partial<DomainError>).code);
}

/** The same error for a missing object and for somebody else's. */
export function notFound(what: string): DomainError {
  return new DomainError("not_found", `${what} not found`);
}

/** It was changed since the caller saw it. */
export function versionConflict(id: string, expectedVersion: number, currentVersion: number): DomainError {
  return new DomainError("version_conflict", "This was changed in the meantime", {
    details: { id, expectedVersion, currentVersion },
  });
}

/** The value has to be unique, and is taken. */
export function alreadyTaken(field: string, value: string): DomainError {
  return new DomainError("already_taken", `This ${field} is in use already`, { details: { field, value } });
}
