import { expect, test } from "vitest";
import { db } from "#lib/platform/database/db.ts";
import { makeVariant, stockOf } from "#test/support/catalogue.ts";
import { place, readyToPlace } from "#test/support/checkout.ts";
import { tally } from "#test/support/expect.ts";

const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

test("50 guests buy exactly 10 of a variant with 10 left", async () => {
  const variant = await makeVariant({ stock: 10 });
  const guests = await Promise.all(times(50, () => readyToPlace({ variant })));
  const replies = await Promise.all(guests.map((guest) => place(guest)));
  expect(tally(replies)).toEqual({ "201": 10, "409 OUT_OF_STOCK": 40 });
  expect(await stockOf(variant)).toBe(0);
  expect(await db.orderLine.count({ where: { variantId: variant.variantId } })).toBe(10);
  const refused = replies.find(({ status }) => status === 409);
  expect(refused?.body.details).toEqual([
    {
      lineId: expect.any(String),
      variantId: variant.variantId,
      sku: variant.sku,
      name: variant.name,
      requested: 1,
      available: 0,
    },
  ]);
});

test("orders of three from a stock of 10 succeed three times, and one is left", async () => {
  const variant = await makeVariant({ stock: 10 });
  const guests = await Promise.all(times(12, () => readyToPlace({ variant, quantity: 3 })));
  const replies = await Promise.all(guests.map((guest) => place(guest)));
  expect(tally(replies)).toEqual({ "201": 3, "409 OUT_OF_STOCK": 9 });
  expect(await stockOf(variant)).toBe(1);
});

test("many concurrent carts with the same two variants in opposite order: no visible deadlock", async () => {
  const [first, second] = [await makeVariant({ stock: 100 }), await makeVariant({ stock: 100 })];
  const forth = [first, second].map(({ variantId }) => ({ variantId, quantity: 1 }));
  const carts = await Promise.all(
    times(40, (index) => readyToPlace({ lines: index % 2 ? forth : forth.toReversed() })),
  );
  const replies = await Promise.all(carts.map((cart) => place(cart)));
  expect(tally(replies)).toEqual({ "201": 40 });
  expect([await stockOf(first), await stockOf(second)]).toEqual([60, 60]);
});

test("an order with one short line takes no stock of the others, however many try", async () => {
  const [plenty, scarce] = [await makeVariant({ stock: 50 }), await makeVariant({ stock: 3 })];
  const lines = [plenty, scarce].map(({ variantId }) => ({ variantId, quantity: 1 }));
  const carts = await Promise.all(times(20, () => readyToPlace({ lines })));
  const replies = await Promise.all(
    carts.map((cart) => place(cart, { body: { paymentProvider: "demo-card" } })),
  );
  expect(tally(replies)).toEqual({ "201": 3, "409 OUT_OF_STOCK": 17 });
  expect([await stockOf(plenty), await stockOf(scarce)]).toEqual([47, 0]);
});
