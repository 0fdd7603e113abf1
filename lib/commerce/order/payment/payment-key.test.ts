import { afterEach, expect, test, vi } from "vitest";
import { providerNamed } from "#lib/commerce/payment/index.ts";
import { makeVariant } from "#test/support/catalogue.ts";
import { place, readyToPlace } from "#test/support/checkout.ts";

const card = providerNamed("demo-card");

afterEach(() => vi.restoreAllMocks());

test("each attempt after a decline has a new key, so that the provider charges again", async () => {
  const start = vi.spyOn(card, "start");
  const ready = await readyToPlace({ variant: await makeVariant() });
  const pay = (paymentMethod: string) =>
    place(ready, { body: { paymentProvider: "demo-card", paymentMethod } });
  expect((await pay("card_declines")).status).toBe(402);
  expect((await pay("card_declines")).status).toBe(402);
  expect((await pay("card_succeeds")).status).toBe(201);
  expect(new Set(start.mock.calls.map(([opening]) => opening.id)).size).toBe(3);
});

test("parallel calls for the same cart use the same key, so that the shopper is charged once", async () => {
  const start = vi.spyOn(card, "start");
  const ready = await readyToPlace({ variant: await makeVariant() });
  const body = { paymentProvider: "demo-card", paymentMethod: "card_late" };
  const replies = await Promise.all([place(ready, { body }), place(ready, { body })]);
  expect(replies.map(({ status }) => status)).toEqual([201, 201]);
  expect(start.mock.calls).toHaveLength(2);
  expect(new Set(start.mock.calls.map(([opening]) => opening.id)).size).toBe(1);
});
