import * as z from "zod";
import type { CartHandle } from "#lib/commerce/cart/index.ts";
import { acceptedLocales } from "#lib/platform/i18n/accepted.ts";

// Our tokens have 43 characters. Anything else, of any length, matches no cart, which is not an error.
const token = z.string().trim().optional();

/** x-cart-token and x-platform (specification, "Headers"). */
export const cartHeaders = z.object({
  "x-cart-token": token.meta({ description: "The opaque handle of a cart" }),
  "x-platform": z
    .string()
    .trim()
    .toUpperCase()
    // A header without a value says as little as none.
    .transform((platform) => platform || "WEB")
    .pipe(z.enum(["WEB", "APP"]))
    .default("WEB")
    .meta({ description: "WEB or APP, in any case" }),
  "accept-language": z
    .string()
    .optional()
    .meta({ description: "The language of a new cart, and of mails about its order" }),
});

/** What the headers of a call say about its cart. A new cart is made with their platform and language. */
export function cartHandle(headers: z.output<typeof cartHeaders>): CartHandle {
  const [locale = null] = acceptedLocales(headers["accept-language"]);
  return { token: headers["x-cart-token"] || null, platform: headers["x-platform"], locale };
}

export const idempotencyHeader = z.object({
  "idempotency-key": z
    .string()
    .regex(/^[\x21-\x7e]{1,255}$/, "1 to 255 visible ASCII characters")
    .optional()
    .meta({ description: "For 24 hours, the same key and body get the answer of the placed order again" }),
});

/** The headers that pages of other origins send and read. */
export const sentHeaders = [
  "authorization",
  "content-type",
  "x-request-id",
  ...Object.keys({ ...cartHeaders.shape, ...idempotencyHeader.shape }),
];
export const readableHeaders = [
  "x-request-id",
  "x-cart-token",
  "idempotency-replayed",
  "location",
  "retry-after",
];
