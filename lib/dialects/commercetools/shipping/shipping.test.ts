import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { wireUsAddress } from "#test/support/addresses.ts";
import { makeShippingMethod } from "#test/support/catalogue.ts";
import { guestToken, send, serverToken } from "#test/support/commercetools/call.ts";
import { expectError, newCart } from "#test/support/commercetools/shop.ts";
import { tokenFor, where } from "#test/support/commercetools/viewer.ts";

let program: string;
let guest: string;
let [us, everywhere, euros, off] = ["", "", "", ""];

beforeAll(async () => {
  program = await serverToken();
  guest = (await guestToken()).token;
  us = (await makeShippingMethod({ countries: ["US"], position: 2 })).id;
  everywhere = (await makeShippingMethod({ position: 1, name: "Anywhere" })).id;
  euros = (await makeShippingMethod({ prices: { EUR: 300 }, position: 3 })).id;
  off = (await makeShippingMethod({ active: false })).id;
});

const read = async (path: string, token = guest) => {
  const reply = await send("GET", `/shipping-methods${path}`, { token });
  return { ...reply, ids: reply.body.results?.map(({ id }: { id: string }) => id) };
};

describe("the list", () => {
  test("has every method, with the price of each currency", async () => {
    const { ids, body } = await read("");
    expect([ids, body.total]).toEqual([[us, everywhere, euros, off], 4]);
    expect(body.results[0].zoneRates[0].shippingRates[0]).toEqual({
      price: { type: "centPrecision", currencyCode: "EUR", centAmount: 450, fractionDigits: 2 },
      tiers: [],
    });
    expect(body.results.map(({ active }: { active: boolean }) => active)).toEqual([true, true, true, false]);
  });

  test("is filtered, sorted and cut", async () => {
    expect((await read(`?${where('name = "Anywhere" and active = true')}`)).ids).toEqual([everywhere]);
    for (const predicate of [
      'localizedName(en = "Anywhere")',
      `zoneRates(zone(id = "${everywhere}")) and isDefault = false and version = 1`,
      `id = "${everywhere}" and zoneRates(shippingRates(price(currencyCode = "EUR" and centAmount = 450)))`,
    ])
      expect((await read(`?${where(predicate)}`)).ids).toEqual([everywhere]);
    expect((await read(`?${where('zoneRates(shippingRates(price(currencyCode = "JPY")))')}`)).ids).toEqual(
      [],
    );
    const { body } = await read("?sort=name%20asc&limit=1&offset=3");
    expect(body).toMatchObject({ limit: 1, offset: 3, count: 1, total: 4 });
    expect("total" in (await read("?withTotal=false")).body).toBe(false);
    expectError(await read(`?${where("nonsense = 1")}`), 400, "InvalidInput");
  });

  test("has each by id and key", async () => {
    const { body } = await read(`/${everywhere}`);
    expect(body).toMatchObject({ id: everywhere, name: "Anywhere", localizedName: { en: "Anywhere" } });
    expect((await read(`/key=${body.key}`)).body).toEqual(body);
    expectError(await read(`/${randomUUID()}`), 404, "ResourceNotFound");
    expectError(await read("/key=nothing"), 404, "ResourceNotFound");
  });
});

describe("for a cart", () => {
  test("are those that serve its address in its currency, in the shop's order", async () => {
    const { id } = await newCart(guest, { shippingAddress: wireUsAddress });
    const { ids, body } = await read(`/matching-cart?cartId=${id}`);
    expect([ids, body.total]).toEqual([[everywhere, us], 2]);
    const rates = body.results[0].zoneRates[0].shippingRates;
    expect(rates.map((rate: { isMatching: boolean }) => rate.isMatching)).toEqual([false, true]);
    expect((await read(`/matching-cart-location?cartId=${id}&country=FR`)).ids).toEqual([everywhere]);
    expect((await read(`/matching-cart?cartId=${id}`, program)).ids).toEqual(ids);
  });

  test("need an address, and a cart of the caller's", async () => {
    const { id } = await newCart(guest);
    expectError(await read(`/matching-cart?cartId=${id}`), 400, "InvalidOperation");
    expectError(await read("/matching-cart"), 400, "InvalidInput");
    expectError(await read(`/matching-cart?cartId=${randomUUID()}`), 404, "ResourceNotFound");
    const { token } = await guestToken();
    expectError(await read(`/matching-cart?cartId=${id}`, token), 404, "ResourceNotFound");
    expectError(await read(`/matching-cart-location?cartId=${id}&country=Atlantis`), 400, "InvalidInput");
  });
});

test("to a place, in any currency or in one", async () => {
  expect((await read("/matching-location?country=US")).ids).toEqual([everywhere, us, euros]);
  expect((await read("/matching-location?country=US&currency=EUR&state=ME")).ids).toEqual([
    everywhere,
    us,
    euros,
  ]);
  const { ids, body } = await read("/matching-location?country=DE&currency=USD");
  expect([ids, body.results[0].zoneRates[0].shippingRates[1].isMatching]).toEqual([[everywhere], true]);
  expect(
    (await send("HEAD", "/shipping-methods/matching-location?country=US", { token: guest })).status,
  ).toBe(200);
  const none = await send("HEAD", "/shipping-methods/matching-location?country=US&currency=JPY", {
    token: guest,
  });
  expect(none.status).toBe(404);
  expectError(await read("/matching-location"), 400, "InvalidInput");
  expectError(await read("/matching-location?country=US&currency=dollars"), 400, "InvalidInput");
});

test("need one of three scopes", async () => {
  for (const scope of ["view_shipping_methods", "view_orders", "manage_my_orders"])
    expect((await read("", await tokenFor(scope))).status).toBe(200);
  expectError(await read("", await tokenFor("view_products")), 403, "insufficient_scope");
});
