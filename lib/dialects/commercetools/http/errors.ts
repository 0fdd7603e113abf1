import { nowhere } from "#lib/commerce/cart/index.ts";
import type { DetailsOf } from "#lib/platform/error-details.ts";
import type { DomainError, ErrorCode } from "#lib/platform/errors.ts";
import { faultyParameterOf } from "#lib/platform/filter/index.ts";
import type { Answer } from "#lib/platform/http/index.ts";
import { waitOf } from "#lib/platform/limits/refusal.ts";
import { mount } from "../project.ts";
import { Refusal, type WireError } from "./refusal.ts";

type Members<Code extends ErrorCode> = (details: DetailsOf<Code> | undefined) => Record<string, unknown>;
type Table = { [Code in ErrorCode]: readonly [number, string, Members<Code>] };

const none = () => ({});

/** Every error code of the domain in this dialect, with its members and, if different, its message. */
export const errorTable = {
  bad_request: [400, "InvalidOperation", none],
  validation_failed: [400, "InvalidInput", none],
  unauthenticated: [401, "invalid_token", none],
  untrusted_origin: [403, "insufficient_scope", none],
  not_found: [404, "ResourceNotFound", none],
  guest_order_not_found: [404, "ResourceNotFound", none],
  cart_empty: [400, "InvalidOperation", none],
  contact_required: [400, "InvalidOperation", none],
  address_required: [400, "InvalidOperation", none],
  shipping_method_required: [400, "InvalidOperation", none],
  shipping_method_not_available: [400, "InvalidOperation", none],
  price_not_available: [400, "MatchingPriceNotFound", missingPrice],
  coupon_not_applicable: [400, "DiscountCodeNonApplicable", refusedCode],
  payment_provider_required: [400, "InvalidOperation", none],
  payment_provider_not_enabled: [400, "InvalidOperation", none],
  payment_declined: [400, "InvalidOperation", none],
  out_of_stock: [400, "OutOfStock", short],
  cart_changed: [400, "PriceChanged", whatMoved],
  version_conflict: [409, "ConcurrentModification", otherVersion],
  order_in_progress: [400, "InvalidOperation", none],
  payment_in_progress: [400, "InvalidOperation", none],
  already_taken: [400, "DuplicateField", takenField],
  order_not_cancellable: [400, "InvalidOperation", none],
  session_changed: [401, "invalid_token", none],
  idempotency_key_reused: [400, "InvalidOperation", none],
  method_not_allowed: [405, "InvalidOperation", none],
  uri_too_long: [414, "InvalidInput", none],
  headers_too_large: [431, "InvalidInput", none],
  request_timeout: [408, "InvalidInput", none],
  payload_too_large: [413, "RequestEntityTooLarge", none],
  unsupported_media_type: [415, "InvalidInput", none],
  too_many_requests: [429, "TooManyRequests", none],
  unavailable: [503, "ServiceUnavailable", none],
  database_failed: [500, "General", none],
  internal: [500, "General", none],
} as const satisfies Table;

/**
 * The error body. Errors of tokens and scopes, and all errors of OAuth endpoints, have OAuth's members in addition.
 */
export function toFailure(error: DomainError, _requestId: string, path: string): Answer {
  const { status: statusCode, error: first } = error instanceof Refusal ? error : fromTable(error);
  const { code, message } = first;
  const isEndpoint = path.startsWith(`${mount}/oauth/`);
  const isOAuth = statusCode === 401 || statusCode === 403 || isEndpoint;
  const oauth = isOAuth && {
    error: code,
    ...(code === "invalid_token" ? {} : { error_description: message }),
  };
  return {
    status: statusCode,
    body: { statusCode, message, errors: [first], ...oauth },
    headers: {
      ...waitHeaders(error),
      ...challenge(statusCode, isEndpoint),
    },
  };
}

function fromTable<Code extends ErrorCode>(error: DomainError<Code>): { status: number; error: WireError } {
  const table: Table = errorTable;
  const [status, code, members] = table[error.code];
  const message = status === 401 ? "invalid_token" : messageOf(error);
  return { status, error: { code, message, ...members(error.details) } };
}

function messageOf(error: DomainError): string {
  const parameter = faultyParameterOf(error);
  return parameter === null ? error.message : `Malformed parameter: ${parameter}: ${error.message}`;
}

const reasons: Partial<Record<DetailsOf<"coupon_not_applicable">["reason"], string>> = {
  unknown: "DoesNotExist",
  not_started: "TimeRangeNonApplicable",
  expired: "TimeRangeNonApplicable",
};

function refusedCode(refusal: DetailsOf<"coupon_not_applicable"> | undefined) {
  if (!refusal) return {};
  const reason = reasons[refusal.reason];
  return { discountCode: refusal.code, ...(reason && { reason }) };
}

function short(shortages: DetailsOf<"out_of_stock"> = []) {
  return {
    lineItems: shortages.flatMap(({ lineId = [] }) => lineId),
    skus: shortages.map(({ sku }) => sku),
  };
}

function missingPrice([first]: DetailsOf<"price_not_available"> = []) {
  if (!first) return {};
  const { productId, variantNumber, currency, country } = first;
  return { productId, variantId: variantNumber, currency, ...(country !== nowhere && { country }) };
}

function whatMoved(moved: DetailsOf<"cart_changed"> = []) {
  return {
    lineItems: moved.flatMap(({ lineIds = [] }) => lineIds),
    shipping: moved.some(({ what }) => what === "shipping"),
  };
}

function otherVersion(conflict: DetailsOf<"version_conflict"> | undefined) {
  if (!conflict) return {};
  const { id, expectedVersion, currentVersion } = conflict;
  const message = `Object ${id} has a different version than expected. Expected: ${expectedVersion} - Actual: ${currentVersion}.`;
  return { message, currentVersion };
}

function takenField(taken: DetailsOf<"already_taken"> | undefined) {
  if (!taken) return {};
  const { field, value } = taken;
  const message =
    field === "email"
      ? "There is already an existing customer with the provided email."
      : `A duplicate value ${value} exists for field ${field}.`;
  return { message, field, duplicateValue: value };
}

/** How to authenticate at OAuth endpoints, and that a token has too few scopes (RFC 6750). */
function challenge(status: number, isEndpoint: boolean): Record<string, string> {
  if (isEndpoint) return status === 401 ? { "www-authenticate": 'Basic realm="commercetools"' } : {};
  if (status !== 403) return {};
  return { "www-authenticate": 'Bearer realm="commercetools", error="insufficient_scope"' };
}

function waitHeaders(error: DomainError): Record<string, string> {
  if (error.code === "unavailable") return { "retry-after": "5" };
  const wait = waitOf(error);
  return wait ? { "retry-after": String(wait.retryAfterSeconds) } : {};
}
