import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shareOf } from "#lib/platform/money.ts";
import { cart, coupon, line, now, type PriceInput } from "#test/cart/price-input.ts";
import { holds } from "#test/support/property.ts";
import type { CartLine } from "../cart.ts";
import { taxRule } from "./tax.ts";
import { type PricedCart, priceCart, shippingTaxOf } from "./totals.ts";

const anyLine = fc.record({
  price: fc.integer({ min: 0, max: 500_000 }),
  quantity: fc.integer({ min: 1, max: 999 }),
});
const anyCoupon = fc.oneof(
  fc.integer({ min: 1, max: 100 }).map((value) => coupon({ kind: "percentage", value })),
  fc.integer({ min: 0, max: 1_000_000 }).map((value) => coupon({ kind: "fixed", value })),
  fc.constant(coupon({ kind: "free_shipping", value: 0 })),
  fc.constant(coupon({ endsAt: "2026-01-01T00:00:00Z" })),
  fc.integer({ min: 0, max: 1_000_000 }).map((minimumSpend) => coupon({ minimumSpend })),
);
const anyCart = fc
  .record({
    lines: fc.array(anyLine, { maxLength: 20 }),
    coupons: fc.array(anyCoupon, { maxLength: 10 }),
    shipping: fc.option(fc.integer({ min: 0, max: 10_000 }), { nil: undefined }),
    country: fc.constantFrom("US", "CA", "DE", "GB", "FR", "HU", "JP", "AU", "CH", "NO"),
  })
  .map(({ lines, shipping, ...rest }) =>
    cart({
      ...rest,
      lines: lines.map(({ price, quantity }) => line(price, quantity)),
      ...(shipping !== undefined && { shipping }),
    }),
  );

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
const always = (holdsFor: (priced: PricedCart, cart: PriceInput) => void) =>
  holds(fc.property(anyCart, (cart) => holdsFor(priceCart(cart, now), cart)));

describe("for any cart", () => {
  test("every amount is an integer and none is below zero", () => {
    always(({ totals, lines, coupons }) => {
      const amounts = [
        ...Object.values(totals),
        ...lines.flatMap(({ lineTotal, discount, tax }) => [lineTotal, discount, tax]),
        ...coupons.map(({ amount }) => amount),
      ];
      for (const amount of amounts) expect(Number.isSafeInteger(amount) && amount >= 0).toBe(true);
    });
  });

  test("the lines add up to the totals, to the cent", () => {
    always(({ totals, lines }) => {
      expect(sum(lines.map(({ lineTotal }) => lineTotal))).toBe(totals.subtotal);
      expect(sum(lines.map(({ discount }) => discount))).toBe(totals.discount);
      const shippingTax = shippingTaxOf({ lines, totals });
      expect(shippingTax).toBeGreaterThanOrEqual(0);
      expect(shippingTax).toBeLessThanOrEqual(totals.shipping);
      for (const { lineTotal, quantity, unitPrice } of lines) expect(lineTotal).toBe(unitPrice * quantity);
    });
  });

  test("the total is goods minus discount plus shipping, plus tax where prices exclude it", () => {
    always(({ totals: { subtotal, discount, shipping, tax, total }, taxIncluded }) => {
      expect(total).toBe(subtotal - discount + shipping + (taxIncluded ? 0 : tax));
    });
  });

  test("no discount exceeds the goods, the line or the shipping it applies to", () => {
    always(({ totals, lines, coupons }, cart) => {
      expect(totals.discount).toBeLessThanOrEqual(totals.subtotal);
      expect(totals.shipping).toBeLessThanOrEqual(cart.shippingMethod?.price ?? 0);
      for (const { discount, lineTotal } of lines) expect(discount).toBeLessThanOrEqual(lineTotal);
      const off = totals.discount + (cart.shippingMethod?.price ?? 0) - totals.shipping;
      expect(sum(coupons.map(({ amount }) => amount))).toBe(off);
    });
  });

  test("a coupon that does not apply takes nothing off and stays in the cart", () => {
    always(({ coupons }, cart) => {
      expect(coupons.map(({ discount }) => discount)).toEqual(cart.coupons);
      for (const { applies, amount } of coupons) if (!applies) expect(amount).toBe(0);
    });
  });

  test("the tax of each line and of the shipping is exact to half a cent, and they add up to the total", () => {
    always(({ totals, lines, taxRate, taxIncluded }, { country }) => {
      const exact = (paid: number) => (paid * taxRate) / (taxIncluded ? 10_000 + taxRate : 10_000);
      for (const { lineTotal, discount, tax } of lines) {
        expect(Math.abs(tax - exact(lineTotal - discount))).toBeLessThanOrEqual(0.5);
      }
      const onShipping = taxRule({ country }).onShipping ? totals.shipping : 0;
      expect(Math.abs(shippingTaxOf({ lines, totals }) - exact(onShipping))).toBeLessThanOrEqual(0.5);
    });
  });

  test("an added item never lowers the total, unless a coupon depends on the sum", () => {
    const plain = anyCart.map((cart) => ({ ...cart, coupons: [] }));
    holds(
      fc.property(plain, anyLine, (cart, { price, quantity }) => {
        const more = { ...cart, lines: [...cart.lines, line(price, quantity)] };
        expect(priceCart(more, now).totals.total).toBeGreaterThanOrEqual(priceCart(cart, now).totals.total);
      }),
    );
  });
});

test("tax by country: added in the US and Canada, included in Europe, none in countries not in the table", () => {
  const inCountry = (country: string) => priceCart(cart({ lines: [line(11_900, 1)], country }), now);
  expect(inCountry("US")).toMatchObject({
    taxIncluded: false,
    totals: { tax: shareOf(11_900, 800), total: 12_852 },
  });
  expect(inCountry("CA").totals).toMatchObject({ tax: 595, total: 12_495 });
  expect(inCountry("DE")).toMatchObject({ taxIncluded: true, totals: { tax: 1_900, total: 11_900 } });
  expect(inCountry("JP").totals).toMatchObject({ tax: 0, total: 11_900 });
});

test("tax is rounded on each line, after its quantity", () => {
  const tax = (...lines: CartLine[]) => priceCart(cart({ lines }), now).totals.tax;
  // 8 % of 1.06 is 8.48 cents, of 3.18 it is 25.44.
  expect(tax(line(106, 1), line(106, 1), line(106, 1))).toBe(24);
  expect(tax(line(106, 3))).toBe(25);
});

test("VAT applies to shipping too, after coupons", () => {
  const lines = [line(58_692, 1)];
  const paris = cart({ lines, country: "FR", shipping: 1_900, currency: "EUR" });
  expect(priceCart(paris, now).totals).toMatchObject({ total: 60_592, tax: 10_099 });
  const free = { ...paris, coupons: [coupon({ kind: "free_shipping", value: 0 })] };
  expect(priceCart(free, now).totals).toMatchObject({ total: 58_692, tax: 9_782 });
});

test("added tax applies to shipping in Canada and not in the US", () => {
  const goods = { lines: [line(10_000, 1)], shipping: 1_000 };
  expect(priceCart(cart({ ...goods, country: "CA" }), now).totals).toMatchObject({ tax: 550, total: 11_550 });
  expect(priceCart(cart({ ...goods, country: "US" }), now).totals).toMatchObject({ tax: 800, total: 11_800 });
});

test("the destination decides, down to the postal code", () => {
  const shippingAddress = { country: "ES", postalCode: "35001" };
  const priced = priceCart(cart({ lines: [line(12_100, 1)], country: "ES", shippingAddress }), now);
  expect(priced).toMatchObject({ taxRate: 0, taxIncluded: false, totals: { tax: 0, total: 12_100 } });
});
