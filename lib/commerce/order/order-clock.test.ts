import { expect, test } from "vitest";
import { formatDay } from "#lib/platform/i18n/days.ts";
import { sampleOrder } from "#test/mail/sample-order.ts";
import { clockOf } from "./order-clock.ts";

const order = sampleOrder();

test.each([
  ["en-US", "November 21, 2026"],
  ["de-DE", "21. November 2026"],
  ["ar-EG", "٢١ نوفمبر ٢٠٢٦"],
  ["ar", "21 نوفمبر 2026"],
])("days are in the digits of a reader with the locale %s, as the amounts next to them", (reader, day) => {
  const clock = clockOf({ ...order, locale: "en-US" }, reader);
  expect(formatDay(order.placedAt, { ...clock, named: false })).toBe(day);
});

test("a day is written in the digits of the order's own locale, as the amounts in its mails", () => {
  const toCairo = { ...order, locale: "ar", shippingAddress: { ...order.shippingAddress, country: "EG" } };
  expect(formatDay(order.placedAt, clockOf(toCairo))).toMatch(/2026/);
});
