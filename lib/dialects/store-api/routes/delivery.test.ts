import { describe, expect, test } from "vitest";
import {
  getCart,
  listShippingMethods as listMethods,
  setCartAddress as setAddress,
  setShippingMethod as setMethod,
} from "#lib/dialects/store-api/routes/cart.ts";
import { db } from "#lib/platform/database/db.ts";
import { newId } from "#lib/platform/ids.ts";
import { deAddress, usAddress } from "#test/support/addresses.ts";
import { call } from "#test/support/call.ts";
import { makeShippingMethod, makeVariant } from "#test/support/catalogue.ts";
import { fillCart } from "#test/support/checkout.ts";
import { cartOf, dataOf, expectFailure, expectInvalid } from "#test/support/expect.ts";

const newCart = async () => fillCart(undefined, { variant: await makeVariant() });
const shipTo = (cart: string, shippingAddress: object) =>
  call(setAddress, { cart, body: { shippingAddress } });
const choose = (cart: string, shippingMethodId: string) =>
  call(setMethod, { cart, body: { shippingMethodId } });
const offered = async (cart: string) =>
  dataOf(await call(listMethods, { cart }), listMethods.response) as { id: string; price: number }[];

describe("an address", () => {
  test("is stored, and is the billing address too until there is one", async () => {
    const cart = await newCart();
    const shipped = cartOf(await shipTo(cart, usAddress));
    expect(shipped).toMatchObject({ shippingAddress: usAddress, billingAddress: usAddress });
    const body = { shippingAddress: usAddress, billingAddress: deAddress };
    expect(cartOf(await call(setAddress, { cart, body }))).toMatchObject(body);
    const back = cartOf(await call(setAddress, { cart, body: { ...body, billingAddress: null } }));
    expect(back.billingAddress).toEqual(usAddress);
  });

  test("is trimmed, with its country in capitals, without empty fields", async () => {
    const typed = { ...usAddress, firstName: " Gale ", country: " us ", line2: "  ", phone: "" };
    const { shippingAddress } = cartOf(await shipTo(await newCart(), typed));
    expect(shippingAddress).toEqual(usAddress);
  });

  test("in another country changes prices and tax", async () => {
    const variant = await makeVariant({
      prices: [
        { currency: "USD", amount: 1000 },
        { currency: "USD", country: "DE", amount: 1190 },
      ],
    });
    const cart = await fillCart(undefined, { variant, quantity: 2 });
    expect(cartOf(await shipTo(cart, deAddress))).toMatchObject({
      taxIncluded: true,
      totals: { subtotal: 2380, tax: 380, total: 2380 },
    });
    expect(cartOf(await shipTo(cart, usAddress))).toMatchObject({
      taxIncluded: false,
      totals: { subtotal: 2000, tax: 160, total: 2160 },
    });
  });

  test("that the chosen method does not serve clears the method", async () => {
    const cart = await newCart();
    const domestic = await makeShippingMethod({ countries: ["US"] });
    await shipTo(cart, usAddress);
    expect(cartOf(await choose(cart, domestic.id)).totals.shipping).toBe(500);
    const moved = cartOf(await shipTo(cart, deAddress));
    expect(moved.shippingMethod).toBeNull();
    expect(moved.totals.shipping).toBe(0);
    expect(cartOf(await shipTo(cart, usAddress)).shippingMethod).toBeNull();
  });

  const { postalCode: _, ...withoutCode } = usAddress;
  test.each<[string, object, string]>([
    ["without a name", { ...usAddress, firstName: "" }, "firstName"],
    ["without a street", { ...usAddress, line1: undefined }, "line1"],
    ["without a city", { ...usAddress, city: " " }, "city"],
    ["without a required postal code", withoutCode, "postalCode"],
    ["with a German code in the US", { ...usAddress, postalCode: "2045" }, "postalCode"],
    ["without a required state", { ...usAddress, region: "" }, "region"],
    ["in an unknown state", { ...usAddress, region: "Atlantis" }, "region"],
    ["in no country", { ...usAddress, country: "ZZ" }, "country"],
    ["in a former country", { ...usAddress, country: "FX" }, "country"],
    ["in an invalid country", { ...usAddress, country: "EU" }, "country"],
    ["in a country by name", { ...usAddress, country: "USA" }, "country"],
    ["with a line break in a line", { ...usAddress, line1: "a\nb" }, "line1"],
    ["with NUL in it", { ...usAddress, city: "Port\0land" }, "city"],
    ["far too long", { ...usAddress, line1: "a".repeat(201) }, "line1"],
  ])("%s: 400 VALIDATION_ERROR that names the field, for shipping and billing", async (_, address, field) => {
    const cart = await newCart();
    expectInvalid(await shipTo(cart, address), `shippingAddress.${field}`);
    const body = { shippingAddress: usAddress, billingAddress: address };
    expectInvalid(await call(setAddress, { cart, body }), `billingAddress.${field}`);
    expect(cartOf(await call(getCart, { cart })).shippingAddress).toBeNull();
  });

  test("that is missing: 400 VALIDATION_ERROR", async () => {
    expectInvalid(await call(setAddress, { cart: await newCart(), body: {} }), "shippingAddress");
  });

  test.each(["HK", "QA", "GH", "PA", "JM", "MO", "BS", "AE", "IE"])(
    "needs no postal code in %s, nor a region",
    async (country) => {
      const { postalCode: _, region: __, ...place } = { ...usAddress, country };
      expect(cartOf(await shipTo(await newCart(), place)).shippingAddress).toEqual(place);
    },
  );

  test("is stored in its country's normal form, for shipping and billing", async () => {
    const typed = {
      ...usAddress,
      lastName: "",
      region: "maine",
      postalCode: "041011234",
      phone: "(207) 555-0142",
    };
    const london = { ...usAddress, region: "", country: "uk", postalCode: "sw1a\u00a01aa", phone: "ask Ann" };
    const body = { shippingAddress: typed, billingAddress: london };
    const { shippingAddress, billingAddress } = cartOf(
      await call(setAddress, { cart: await newCart(), body }),
    );
    const { lastName: _, ...oneName } = usAddress;
    expect(shippingAddress).toEqual({ ...oneName, postalCode: "04101-1234", phone: "+12075550142" });
    const { region: __, ...kept } = { ...usAddress, country: "GB", postalCode: "SW1A 1AA", phone: "ask Ann" };
    expect(billingAddress).toEqual(kept);
  });

  test("that predates the rules can be read and ordered with", async () => {
    const cart = await newCart();
    const { id } = cartOf(await shipTo(cart, usAddress));
    const old = { ...usAddress, country: "FX", region: "?", postalCode: "nowhere" };
    await db.cart.update({ where: { id }, data: { shippingAddress: old, country: "FX" } });
    expect(cartOf(await call(getCart, { cart })).shippingAddress).toEqual(old);
  });
});

describe("a shipping method", () => {
  test("is offered in the countries it serves, in the cart's currency, in the shop's order", async () => {
    const cart = await newCart();
    const everywhere = await makeShippingMethod({ position: 2 });
    const domestic = await makeShippingMethod({ position: 1, countries: ["US", "CA"] });
    const german = await makeShippingMethod({ countries: ["DE"] });
    const euros = await makeShippingMethod({ prices: { EUR: 450 } });
    const retired = await makeShippingMethod({ active: false });
    const made = [everywhere, domestic, german, euros, retired].map(({ id }) => id);
    const ofMine = async (token: string) =>
      (await offered(token)).map(({ id }) => id).filter((id) => made.includes(id));
    expect(await ofMine(cart)).toEqual([domestic.id, everywhere.id]);
    await shipTo(cart, deAddress);
    expect(await ofMine(cart)).toEqual([german.id, everywhere.id]);
    const { cart: inEuros } = await call(getCart, { query: { currency: "EUR", country: "US" } });
    expect(await ofMine(inEuros)).toEqual([euros.id, domestic.id, everywhere.id]);
    const priced = (await offered(inEuros)).find(({ id }) => id === everywhere.id);
    expect(priced?.price).toBe(450);
  });

  test("that is chosen is in the cart and in its total", async () => {
    const cart = await newCart();
    const method = await makeShippingMethod();
    const chosen = cartOf(await choose(cart, method.id));
    expect(chosen.shippingMethod).toEqual((await offered(cart)).find(({ id }) => id === method.id));
    expect(chosen.totals).toEqual({ subtotal: 1000, discount: 0, shipping: 500, tax: 80, total: 1580 });
  });

  test("that is unknown, retired, does not serve the country, or has no price: 400 SHIPPING_METHOD_NOT_AVAILABLE", async () => {
    const cart = await newCart();
    const refused = [
      { id: newId() },
      await makeShippingMethod({ active: false }),
      await makeShippingMethod({ countries: ["DE"] }),
      await makeShippingMethod({ prices: { EUR: 450 } }),
    ];
    for (const { id } of refused) {
      const message = "This shipping method is not available for the address";
      expectFailure(await choose(cart, id), "shipping_method_not_available", message);
    }
    expectInvalid(await choose(cart, "standard"), "shippingMethodId");
  });
});
