import { expect, test } from "vitest";
import { expectedArrival } from "./expected-arrival.ts";

const clock = { locale: "en-US", timeZone: "America/New_York", named: false };
const shippingMethod = { id: "m", key: "standard", name: "Standard", price: 500, minDays: 3, maxDays: 5 };
const order = {
  status: "confirmed",
  placedAt: "2026-11-21T22:41:07.000Z",
  shippingAddress: { country: "US" },
  shippingMethod,
  events: [],
} as const;
const soon = new Date("2026-11-22T12:00:00.000Z");

test("days count from when the order was confirmed, not from when a transfer was promised", () => {
  expect(expectedArrival({ ...order, events: [] }, clock, soon)).toEqual({
    first: "2026-11-26",
    last: "2026-11-30",
  });
  const events = [{ type: "order.confirmed", at: "2026-11-28T03:00:00.000Z", amount: null }];
  expect(expectedArrival({ ...order, events }, clock, soon)).toEqual({
    first: "2026-12-03",
    last: "2026-12-07",
  });
});

test("there is no expected arrival before payment, after delivery, or once the days have passed", () => {
  for (const status of ["pending", "delivered", "cancelled"] as const) {
    expect(expectedArrival({ ...order, events: [], status }, clock, soon)).toBeNull();
  }
  expect(
    expectedArrival({ ...order, events: [] }, clock, new Date("2026-12-01T04:00:00.000Z")),
  ).not.toBeNull();
  expect(expectedArrival({ ...order, events: [] }, clock, new Date("2026-12-01T06:00:00.000Z"))).toBeNull();
});
