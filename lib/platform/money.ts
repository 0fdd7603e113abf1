import { currenciesByDigits } from "#lib/platform/currencies.ts";

const digitsByCurrency = new Map(
  Object.entries(currenciesByDigits).flatMap(([digits, codes]) =>
    codes.split(" ").map((code) => [code, Number(digits)] as const),
  ),
);

/** Whether `code` is a currency of ISO 4217 in which prices can be. */
export function isCurrency(code: string): boolean {
  return digitsByCurrency.has(code);
}

/** How many decimals the currency's minor unit has, by ISO 4217. @throws RangeError for an unknown code */
export function fractionDigits(currency: string): number {
  const digits = digitsByCurrency.get(currency);
  if (digits === undefined) throw new RangeError(`${currency} is not a currency that ISO 4217 knows`);
  return digits;
}

/**
 * The most that one thing may cost, in minor units; the database holds prices to it. With it a cart of the most lines
 * in the largest quantity (lib/commerce/cart/schemas.ts), shipping and tax stays within the integers that JavaScript counts exactly.
 */
export const maxPrice = 10_000_000_000;

/** `amount` in minor units as people with that locale write it: 1999, "USD", "en" → "$19.99". */
export function formatMoney(amount: number, currency: string, locale: string): string {
  const digits = fractionDigits(currency);
  const written = new Intl.NumberFormat(locale, {
    style: "currency",
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(amount / 10 ** digits);
  // A minus, not the hyphen that stands for one: an amount is never divided behind it.
  const signed = written.replace("-", "\u2212");
  // Without a mark behind it, the sign of "US$" would jump before its letters where text runs from right to left.
  return /^\u200F.*[A-Z]\p{Sc}$/u.test(signed) ? `${signed}\u200E` : signed;
}

/**
 * Splits `amount` (an integer ≥ 0) over `weights` by largest remainder: the parts are integers,
 * none is off by more than one from its exact share, and together they are `amount` again.
 * All weights zero: the first part takes everything.
 */
export function allocate(amount: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (sum === 0) return weights.map((_, index) => (index === 0 ? amount : 0));
  // BigInt: amount × weight leaves the safe integers for large carts.
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
  // BigInt: the product leaves the safe integers for large amounts.
  const doubled = 2n * BigInt(amount) * BigInt(numerator) + BigInt(denominator);
  return Number(doubled / (2n * BigInt(denominator)));
}
