import { fractionDigits } from "#lib/platform/money.ts";

/** The most that Stripe charges at once, in its units: eight digits. */
export const mostAmount = 99_999_999;

// Where Stripe's smallest unit is not the one of ISO 4217: https://docs.stripe.com/currencies
const ownDigits: Record<string, number> = {
  // Has cents by the standard and none at Stripe.
  MGA: 0,
  // Have lost their cents; Stripe goes on counting in them.
  ISK: 2,
  UGX: 2,
};

/**
 * `amount` (minor units by ISO 4217) in Stripe's units; null when Stripe cannot charge just that. Nothing is ever
 * rounded: a shopper pays what was shown.
 */
export function toStripeAmount(amount: number, currency: string): number | null {
  const written = scaled(amount, stripeDigits(currency) - fractionDigits(currency));
  return written !== null && written % stepOf(currency) === 0 ? written : null;
}

/** Stripe's `amount` in minor units. @throws RangeError for an unknown code and for a part of a minor unit */
export function fromStripeAmount(amount: number, currency: string): number {
  const code = currency.toUpperCase();
  const read = scaled(amount, fractionDigits(code) - stripeDigits(code));
  if (read === null) throw new RangeError(`${amount} is not an amount that can be paid in ${code}`);
  return read;
}

function stripeDigits(currency: string): number {
  return ownDigits[currency] ?? fractionDigits(currency);
}

/** Of a currency with three decimals Stripe takes the last one as 0 alone. */
function stepOf(currency: string): number {
  return stripeDigits(currency) >= 3 ? 10 : 1;
}

function scaled(amount: number, power: number): number | null {
  if (power >= 0) return amount * 10 ** power;
  const part = 10 ** -power;
  return amount % part === 0 ? amount / part : null;
}
