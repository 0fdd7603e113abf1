import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { holds } from "#test/support/property.ts";
import { allocate, formatMoney, fractionDigits, isCurrency, shareOf } from "./money.ts";

const amount = fc.integer({ min: 0, max: 1_000_000_000_000_000 });
const weights = fc.array(amount, { minLength: 1, maxLength: 100 });
const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);

describe("allocate", () => {
  test("neither loses nor creates a cent", () => {
    holds(
      fc.property(amount, weights, (whole, shares) => {
        const parts = allocate(whole, shares);
        expect(parts).toHaveLength(shares.length);
        expect(sum(parts)).toBe(whole);
        for (const part of parts) expect(Number.isSafeInteger(part) && part >= 0).toBe(true);
      }),
    );
  });

  test("gives each part its exact share, rounded up or down", () => {
    holds(
      fc.property(amount, weights, (whole, shares) => {
        const total = sum(shares);
        fc.pre(total > 0);
        for (const [index, part] of allocate(whole, shares).entries()) {
          const exact = BigInt(whole) * BigInt(shares[index] ?? 0);
          expect(BigInt(part) * BigInt(total) - exact).toBeLessThan(BigInt(total));
          expect(exact - BigInt(part) * BigInt(total)).toBeLessThan(BigInt(total));
        }
      }),
    );
  });

  test("gives the odd cents to the largest remainders, on a tie to the first", () => {
    expect(allocate(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(allocate(10, [5, 3, 2])).toEqual([5, 3, 2]);
    expect(allocate(1, [1, 2, 2])).toEqual([0, 1, 0]);
    expect(allocate(101, [333, 333, 334])).toEqual([34, 33, 34]);
    holds(
      fc.property(amount, weights, (whole, shares) => {
        const total = BigInt(sum(shares));
        fc.pre(total > 0n);
        const remainders = shares.map((share) => (BigInt(whole) * BigInt(share)) % total);
        const up = allocate(whole, shares).map(
          (part, index) => BigInt(part) > (BigInt(whole) * BigInt(shares[index] ?? 0)) / total,
        );
        const least = remainders.filter((_, index) => up[index]);
        const most = remainders.filter((_, index) => !up[index]);
        for (const raised of least) for (const cut of most) expect(raised >= cut).toBe(true);
      }),
      200,
    );
  });

  test("gives nothing to a zero weight, unless all are zero: then everything to the first", () => {
    expect(allocate(7, [0, 5, 0])).toEqual([0, 7, 0]);
    expect(allocate(7, [0, 0])).toEqual([7, 0]);
    expect(allocate(0, [3, 4])).toEqual([0, 0]);
    expect(allocate(0, [])).toEqual([]);
  });
});

describe("shareOf", () => {
  test("is rounded half up, to the cent", () => {
    expect(shareOf(1000, 875)).toBe(88);
    expect(shareOf(1000, 800)).toBe(80);
    expect(shareOf(1, 5000)).toBe(1);
    expect(shareOf(1, 4999)).toBe(0);
  });

  test("is within half a cent of the exact share, whatever the amount", () => {
    holds(
      fc.property(amount, fc.integer({ min: 0, max: 10_000 }), (whole, rate) => {
        const exact = BigInt(whole) * BigInt(rate);
        const off = BigInt(shareOf(whole, rate)) * 10_000n - exact;
        expect(off >= -5_000n && off <= 5_000n).toBe(true);
      }),
    );
  });
});

test("money is formatted with the decimals of its currency", () => {
  expect(formatMoney(1999, "USD", "en")).toBe("$19.99");
  expect(formatMoney(5, "EUR", "en")).toBe("€0.05");
  expect(formatMoney(1999, "JPY", "en")).toBe("¥1,999");
  expect(formatMoney(1999, "BHD", "en").replace(/\s/, " ")).toBe("BHD 1.999");
  expect(formatMoney(199_900, "EUR", "de-DE").replace(/\s/, " ")).toBe("1.999,00 €");
  expect(formatMoney(1999, "XOF", "en").replace(/\s/g, " ")).toBe("F CFA 1,999");
  expect(formatMoney(1999, "IQD", "en").replace(/\s/, " ")).toBe("IQD 1.999");
});

test("a currency has the decimals of ISO 4217", () => {
  const withDigits = (digits: number, codes: string) =>
    expect(new Set(codes.split(" ").map(fractionDigits)), codes).toEqual(new Set([digits]));
  withDigits(0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF");
  withDigits(2, "USD EUR GBP CHF MRU MGA HUF TWD XCD XCG");
  withDigits(3, "BHD IQD JOD KWD LYD OMR TND");
  withDigits(4, "CLF UYW");
});

test("an unknown currency, or one without a minor unit, is a RangeError", () => {
  for (const code of ["XXX", "XTS", "XAU", "XDR", "ABC", "usd", "", "constructor"]) {
    expect(isCurrency(code)).toBe(false);
    expect(() => fractionDigits(code)).toThrow(RangeError);
  }
});

test("in right-to-left text a currency sign stays next to its letters", () => {
  expect(formatMoney(6800, "USD", "ar")).toBe("\u200F68.00\u00A0US$\u200E");
  expect(formatMoney(-1360, "USD", "ar")).toBe("\u200F\u200E\u221213.60\u200F\u00A0US$\u200E");
  expect(formatMoney(-1360, "USD", "ar-EG")).toBe("\u061C\u2212\u200F١٣٫٦٠\u00A0US$\u200E");
  expect(formatMoney(6800, "EUR", "ar")).toBe("\u200F68.00\u00A0€");
  expect(formatMoney(-500, "USD", "de")).toBe("−5,00\u00A0$");
});
