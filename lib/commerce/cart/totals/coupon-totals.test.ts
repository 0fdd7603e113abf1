import { describe, expect, test } from "vitest";
import type { Coupon } from "#lib/commerce/discount/index.ts";
import { cart, coupon, line, now } from "#test/cart/price-input.ts";
import { priceCart } from "./totals.ts";

describe("coupons", () => {
  const lines = [line(10_000, 1)];
  const half = coupon({ code: "HALF", value: 50 });
  const fixed = coupon({ code: "FIXED", kind: "fixed", value: 1_000 });

  test("apply in the order in which they were entered, each to the remainder of the one before", () => {
    const amounts = (coupons: Coupon[]) =>
      priceCart(cart({ lines, coupons }), now).coupons.map(({ amount }) => amount);
    expect(amounts([half, fixed])).toEqual([5_000, 1_000]);
    expect(amounts([fixed, half])).toEqual([1_000, 4_500]);
    expect(amounts([half, half, half])).toEqual([5_000, 2_500, 1_250]);
  });

  test("compare their minimum with the goods before any coupon", () => {
    const picky = coupon({ minimumSpend: 10_000 });
    const priced = priceCart(cart({ lines, coupons: [half, picky] }), now);
    expect(priced.coupons.map(({ applies, amount }) => [applies, amount])).toEqual([
      [true, 5_000],
      [true, 500],
    ]);
  });

  test("are valid from their start until just before their end", () => {
    const timed = coupon({ startsAt: "2026-11-21T12:00:00Z", endsAt: "2026-11-21T13:00:00Z" });
    const appliesAt = (time: string) =>
      priceCart(cart({ lines, coupons: [timed] }), new Date(time)).coupons[0]?.applies;
    expect(appliesAt("2026-11-21T11:59:59.999Z")).toBe(false);
    expect(appliesAt("2026-11-21T12:00:00Z")).toBe(true);
    expect(appliesAt("2026-11-21T12:59:59.999Z")).toBe(true);
    expect(appliesAt("2026-11-21T13:00:00Z")).toBe(false);
  });
});
