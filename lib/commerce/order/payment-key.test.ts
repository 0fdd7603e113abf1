import { afterEach, expect, test, vi } from "vitest";
import { paymentProviders } from "#lib/commerce/payment/index.ts";
import { makeVariant } from "#test/support/catalogue.ts";
import { place, readyToPlace } from "#test/support/checkout.ts";

const card = paymentProviders.find(({ id }) => id === "test");
if (!card) throw new Error("There is no test card");

afterEach(() => vi.restoreAllMocks());

test("each attempt to pay after a decline has a key of its own, so that the provider is really asked again", async () => {
  const authorize = vi.spyOn(card, "authorize");
  const ready = await readyToPlace({ variant: await makeVariant() });
  const pay = (paymentMethod: string) => place(ready, { body: { paymentProvider: "test", paymentMethod } });
  expect((await pay("card_declines")).status).toBe(402);
  expect((await pay("card_declines")).status).toBe(402);
  expect((await pay("card_succeeds")).status).toBe(201);
  const keys = authorize.mock.calls.map(([request]) => request.key);
  expect(new Set(keys).size).toBe(3);
});

test("parallel calls for one state of the cart ask under one key, so that the money is taken once", async () => {
  const authorize = vi.spyOn(card, "authorize");
  const ready = await readyToPlace({ variant: await makeVariant() });
  const body = { paymentProvider: "test", paymentMethod: "card_late" };
  await Promise.all([place(ready, { body }), place(ready, { body })]);
  const keys = authorize.mock.calls.map(([request]) => request.key);
  expect(keys).toHaveLength(2);
  expect(new Set(keys).size).toBe(1);
});
