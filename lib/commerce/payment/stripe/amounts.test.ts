import fc from "fast-check";
import { expect, test } from "vitest";
import { currenciesByDigits } from "#lib/platform/currencies.ts";
import { holds } from "#test/support/property.ts";
import { fromStripeAmount, toStripeAmount } from "./amounts.ts";

const everyCurrency = Object.values(currenciesByDigits).flatMap((codes) => codes.split(" "));
const each = (codes: string, minor: number, stripe: number | null) => {
  for (const code of codes.split(" ")) expect(toStripeAmount(minor, code), code).toBe(stripe);
};

test("amounts are written in Stripe's units for every currency of ISO 4217", () => {
  each("USD EUR GBP HUF TWD IDR CHF XCG", 1999, 1999);
  each("BIF CLP DJF GNF JPY KMF KRW PYG RWF VND VUV XAF XOF XPF", 1999, 1999);
  each("ISK UGX", 1999, 199_900);
  each("MGA", 199_900, 1999);
  each("BHD IQD JOD KWD LYD OMR TND", 5120, 5120);
});

test("amounts that Stripe cannot charge exactly are not rounded", () => {
  each("BHD IQD JOD KWD LYD OMR TND", 5124, null);
  each("MGA", 199_950, null);
});

test("converting back gives the original amount", () => {
  const amount = fc.integer({ min: 0, max: 10_000_000_000 });
  holds(
    fc.property(amount, fc.constantFrom(...everyCurrency), (minor, currency) => {
      const written = toStripeAmount(minor, currency);
      if (written !== null) expect(fromStripeAmount(written, currency.toLowerCase())).toBe(minor);
    }),
    2_000,
  );
});

test("a fraction of a króna is rejected", () => {
  expect(() => fromStripeAmount(150, "isk")).toThrow(RangeError);
});
