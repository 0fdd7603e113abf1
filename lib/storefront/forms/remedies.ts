import { getTranslations } from "next-intl/server";
import { isUnsentMail } from "#lib/mail/index.ts";
import type { DomainError, ErrorCode } from "#lib/platform/errors.ts";

/** A link below an error to where it can be fixed. */
export type Remedy = { href: string; words: string };

// An empty URL reloads the page.
const places = {
  cart: "/cart",
  contact: "/checkout/contact",
  delivery: "/checkout/delivery",
  reload: "",
} as const;

const remedies: Partial<Record<ErrorCode, keyof typeof places>> = {
  cart_empty: "cart",
  out_of_stock: "cart",
  price_not_available: "cart",
  coupon_not_applicable: "cart",
  contact_required: "contact",
  address_required: "delivery",
  shipping_method_required: "delivery",
  shipping_method_not_available: "delivery",
  bad_request: "reload",
  unauthenticated: "reload",
  untrusted_origin: "reload",
  not_found: "reload",
  session_changed: "reload",
  idempotency_key_reused: "reload",
  unavailable: "reload",
  payment_in_progress: "reload",
};

/** The remedy for an error, if repeating the form does not help. */
export async function remedyFor(error: DomainError): Promise<Remedy | null> {
  const place = remedies[error.code];
  if (!place || isUnsentMail(error)) return null;
  const t = await getTranslations("shop.errors.remedies");
  return { href: places[place], words: t(place) };
}
