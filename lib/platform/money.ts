import { currenciesByDigits } from "#lib/platform/currencies.ts";
import { numberFormat } from "#lib/platform/i18n/formats.ts";

const digitsByCurrency = new Map(
  Object.entries(currenciesByDigits).flatMap(([digits, codes]) =>
    codes.split(" ").map((code) => [code, Number(digits)] as const),
  ),
);

/** Whether `code` is an ISO 4217 currency with a minor unit. */
export function isCurrency(code: string): boolean {
  return digitsByCurrency.has(code);
}

/** The number of decimals of the currency, by ISO 4217. @throws RangeError for an unknown code */
export function fractionDigits(currency: string): number {
  const digits = digitsByCurrency.get(currency);
  if (digits === undefined) throw new RangeError(`${currency} is not a currency that ISO 4217 knows`);
  return digits;
}

/** How many minor units make a whole one, by currency: { USD: 100, JPY: 1, … }. */
export const minorUnits: Readonly<Record<string, number>> = Object.fromEntries(
  [...digitsByCurrency].map(([currency, digits]) => [currency, 10 ** digits]),
);

/**
 * The highest unit price in minor units, enforced by the database. With it, the largest possible cart
 * (lib/commerce/cart/schemas.ts) with shipping and tax stays within JavaScript's safe integers.
 */
export const maxPrice = 10_000_000_000;

/** Formats `amount`, in minor units, for the locale: 1999, "USD", "en" → "$19.99". */
export function formatMoney(amount: number, currency: string, locale: string): string {
  const digits = fractionDigits(currency);
  const written = numberFormat(locale, {
    style: "currency",
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(amount / 10 ** digits);
  // A minus sign instead of a hyphen, after which a line could break.
  const signed = written.replace("-", "\u2212");
  if (!/^[\u200F\u061C]/u.test(signed)) return signed;
  // In right-to-left text, marks keep the currency to the left of a negative number too, and the "$" of "US$" after its
  // letters.
  return signed.replace(/^(\u200F\u200E\S+)\u00A0/u, "$1\u200F\u00A0").replace(/[A-Z]\p{Sc}$/u, "$&\u200E");
}

/**
 * Splits `amount` (an integer ≥ 0) by `weights`, using the largest remainder method: the parts are integers, each less
 * than one unit from its exact share, and add up to `amount`. If all weights are zero, the first part gets everything.
 */
export function allocate(amount: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (sum === 0) return weights.map((_, index) => (index === 0 ? amount : 0));
  // BigInt: amount × weight exceeds the safe integers for large carts.
  const exact = weights.map((weight) => BigInt(amount) * BigInt(weight));
  const parts = exact.map((share) => Number(share / BigInt(sum)));
  const left = amount - parts.reduce((total, part) => total + part, 0);
  const byRemainder = exact
    .map((share, index) => ({ index, remainder: share % BigInt(sum) }))
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder < b.remainder ? 1 : -1));
  for (const { index } of byRemainder.slice(0, left)) parts[index] = (parts[index] ?? 0) + 1;
  return parts;
}

/** `share` of `amount` in hundredths of a percent, rounded half up: 1000 at 875 (8.75 %) is 88. */
export function shareOf(amount: number, hundredthsOfPercent: number): number {
  return partOf(amount, hundredthsOfPercent, 10_000);
}

/** `amount` × `numerator` / `denominator`, rounded half up; exact for every amount that is a safe integer. */
export function partOf(amount: number, numerator: number, denominator: number): number {
  // BigInt: the product exceeds the safe integers for large amounts.
  const doubled = 2n * BigInt(amount) * BigInt(numerator) + BigInt(denominator);
  return Number(doubled / (2n * BigInt(denominator)));
}
