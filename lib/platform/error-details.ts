import * as z from "zod";

/** An invalid field. `path` is dotted: "shippingAddress.city". */
export type FieldError = z.output<typeof fieldError>;
const fieldError = z.object({ path: z.string(), message: z.string() });

/** The query parameter that an error is about. */
const queryFault = z.object({ parameter: z.string() });

const variant = { variantId: z.string(), sku: z.string(), name: z.string() };

/** The place in the caller's input, if it named several variants. */
const path = z.string().optional();

/** A variant without a price in the cart's currency and country. */
const missingPrice = z.object({
  ...variant,
  path,
  variantNumber: z.int(),
  productId: z.string(),
  currency: z.string(),
  country: z.string(),
});

/** A variant of which fewer are left than were asked for; none if it is no longer sold. */
const shortage = z.object({
  ...variant,
  path,
  /** The line's id, if it is in the cart. */
  lineId: z.string().optional(),
  requested: z.int(),
  available: z.int(),
});

/** Why a discount does not apply. */
export const couponRefusal = z.enum([
  "not_started",
  "expired",
  "used_up",
  "wrong_currency",
  "minimum_spend",
  "already_used",
]);

/** What differs from what was shown. Amounts in minor units; `lineIds` are the lines whose price has changed. */
const difference = z.object({
  what: z.enum(["lines", "coupons", "shipping", "tax", "total", "version"]),
  was: z.int(),
  is: z.int(),
  lineIds: z.array(z.string()).optional(),
});

/**
 * What `details` of an error say, by its code: a table that dialects and their contracts read. Errors of other codes
 * have no details.
 */
export const errorDetails = {
  validation_failed: z.union([z.array(fieldError), queryFault]),
  bad_request: z.array(fieldError),
  not_found: z.array(fieldError),
  price_not_available: z.array(missingPrice),
  out_of_stock: z.array(shortage),
  coupon_not_applicable: z.object({
    code: z.string(),
    reason: z.enum(["unknown", ...couponRefusal.options]),
  }),
  cart_changed: z.array(difference),
  payment_declined: z.object({ provider: z.string(), method: z.string() }),
  payment_in_progress: z.object({ attempt: z.string() }),
  version_conflict: z.object({ id: z.string(), expectedVersion: z.int(), currentVersion: z.int() }),
  already_taken: z.object({ field: z.string(), value: z.string() }),
  /** The rule that refused a call, and the time until it lets the next one pass. */
  too_many_requests: z.object({
    limit: z.int(),
    windowSeconds: z.int(),
    retryAfterSeconds: z.int(),
  }),
  /** Only the mail server does not answer, or it has refused the address for good. */
  unavailable: z.object({ mail: z.literal(true), refused: z.literal(true).optional() }),
};

type Table = typeof errorDetails;

/** The details of errors of these codes. */
export type DetailsOf<Code extends string> = Code extends keyof Table ? z.output<Table[Code]> : never;
