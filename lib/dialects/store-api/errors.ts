import type { DomainError, ErrorCode } from "#lib/platform/errors.ts";
import type { Answer } from "#lib/platform/http/index.ts";
import { waitOf } from "#lib/platform/limits/refusal.ts";

/** Every error code of the domain in the store API (specification, "Error envelope"). */
export const errorTable = {
  bad_request: [400, "BAD_REQUEST"],
  validation_failed: [400, "VALIDATION_ERROR"],
  unauthenticated: [401, "UNAUTHORIZED"],
  untrusted_origin: [403, "INVALID_ORIGIN"],
  not_found: [404, "NOT_FOUND"],
  guest_order_not_found: [404, "GUEST_ORDER_NOT_FOUND"],
  cart_empty: [400, "CART_EMPTY"],
  contact_required: [400, "CONTACT_REQUIRED"],
  address_required: [400, "ADDRESS_REQUIRED"],
  shipping_method_required: [400, "SHIPPING_METHOD_REQUIRED"],
  shipping_method_not_available: [400, "SHIPPING_METHOD_NOT_AVAILABLE"],
  price_not_available: [400, "PRICE_NOT_AVAILABLE"],
  coupon_not_applicable: [400, "COUPON_NOT_APPLICABLE"],
  payment_provider_required: [400, "PAYMENT_PROVIDER_REQUIRED"],
  payment_provider_not_enabled: [400, "PAYMENT_PROVIDER_NOT_ENABLED"],
  payment_declined: [402, "PAYMENT_DECLINED"],
  out_of_stock: [409, "OUT_OF_STOCK"],
  cart_changed: [409, "CART_CHANGED"],
  version_conflict: [409, "VERSION_CONFLICT"],
  already_taken: [409, "ALREADY_TAKEN"],
  order_not_cancellable: [409, "ORDER_NOT_CANCELLABLE"],
  order_in_progress: [409, "ORDER_IN_PROGRESS"],
  payment_in_progress: [409, "PAYMENT_IN_PROGRESS"],
  session_changed: [409, "SESSION_CHANGED"],
  idempotency_key_reused: [422, "IDEMPOTENCY_KEY_REUSED"],
  method_not_allowed: [405, "METHOD_NOT_ALLOWED"],
  uri_too_long: [414, "URI_TOO_LONG"],
  headers_too_large: [431, "HEADERS_TOO_LARGE"],
  request_timeout: [408, "REQUEST_TIMEOUT"],
  payload_too_large: [413, "PAYLOAD_TOO_LARGE"],
  unsupported_media_type: [415, "UNSUPPORTED_MEDIA_TYPE"],
  too_many_requests: [429, "TOO_MANY_REQUESTS"],
  unavailable: [503, "SERVICE_UNAVAILABLE"],
  database_failed: [500, "DATABASE_ERROR"],
  internal: [500, "INTERNAL_SERVER_ERROR"],
} as const satisfies Record<ErrorCode, readonly [number, string]>;

/** The error envelope. Internal errors reveal no details. */
export function toFailure(error: DomainError, requestId: string): Answer & { body: object } {
  const [statusCode, errorCode] = errorTable[error.code];
  const details = error.details === undefined ? {} : { details: error.details };
  return {
    status: statusCode,
    body: { statusCode, errorCode, message: error.message, ...details, requestId },
    headers: waitHeaders(error),
  };
}

function waitHeaders(error: DomainError): Record<string, string> {
  if (error.code === "unavailable") return { "retry-after": "5" };
  const wait = waitOf(error);
  if (!wait) return {};
  return {
    "retry-after": String(wait.retryAfterSeconds),
    "ratelimit-policy": `"default";q=${wait.limit};w=${wait.windowSeconds}`,
    ratelimit: `"default";r=0;t=${wait.retryAfterSeconds}`,
  };
}
