import { fractionDigits } from "#lib/platform/money.ts";

/** Stripe's maximum amount, in its units: eight digits. */
export const mostAmount = 99_999_999;

// Where Stripe's smallest unit differs from ISO 4217: https://docs.stripe.com/currencies
const ownDigits: Record<string, number> = {
  // Has decimals in the standard, but none at Stripe.
  MGA: 0,
  // Have no decimals any more, but Stripe still uses them.
  ISK: 2,
  UGX: 2,
};

/**
 * `amount` (minor units by ISO 4217) in Stripe's units; null if Stripe cannot charge it exactly. Never rounded: a
 * shopper pays what was shown.
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

/** For currencies with three decimals, Stripe requires the last one to be 0. */
function stepOf(currency: string): number {
  return stripeDigits(currency) >= 3 ? 10 : 1;
}

function scaled(amount: number, power: number): number | null {
  if (power >= 0) return amount * 10 ** power;
  const part = 10 ** -power;
  return amount % part === 0 ? amount / part : null;
}
