/** How many decimals a currency's minor unit has; two for those not named. */
const decimals: Record<string, number> = {
  JPY: 0,
  KRW: 0,
  CLP: 0,
  ISK: 0,
  VND: 0,
  BHD: 3,
  KWD: 3,
  JOD: 3,
  OMR: 3,
  TND: 3,
};

export function fractionDigits(currency: string): number {
  return decimals[currency] ?? 2;
}

/** `amount` in minor units as people write it: 1999, "USD" → "$19.99". */
export function formatMoney(amount: number, currency: string, locale = "en-US"): string {
  const digits = fractionDigits(currency);
  return new Intl.NumberFormat(locale, {
    style: "currency",
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(amount / 10 ** digits);
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
  return Math.round((amount * hundredthsOfPercent) / 10_000);
}
