import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { db } from "#lib/platform/database/db.ts";
import { wireUsAddress } from "#test/support/addresses.ts";
import { makeDiscount, makeShippingMethod, makeVariant, setPrice } from "#test/support/catalogue.ts";
import { guestToken, send, serverToken } from "#test/support/commercetools/call.ts";
import { add, expectError, newCart, update, updated } from "#test/support/commercetools/shop.ts";

test("a product without a price in the cart's currency is not added", async () => {
  const { token } = await guestToken();
  const { productId } = await makeVariant({ prices: [{ currency: "EUR", amount: 900 }] });
  const line = { action: "addLineItem", productId };
  const reply = await update(token, await newCart(token), [line]);
  expectError(reply, 400, "MatchingPriceNotFound", {
    productId,
    variantId: 1,
    currency: "USD",
    country: "US",
  });
});

test("a country's price wins over the general one, and only the latter applies in a cart without a country", async () => {
  const { token } = await guestToken();
  const prices = [
    { currency: "USD", amount: 1000 },
    { currency: "USD", country: "US", amount: 800 },
  ];
  const lineItems = [{ sku: (await makeVariant({ prices })).sku }];
  const nowhere = await newCart(token, { country: undefined, lineItems });
  expect(nowhere).toMatchObject({ totalPrice: { centAmount: 1000 } });
  expect(nowhere).not.toHaveProperty("country");
  const here = await updated(token, nowhere, [{ action: "setCountry", country: "US" }]);
  expect(here).toMatchObject({ country: "US", totalPrice: { centAmount: 800 } });
});

test("the country is the shipping address's, once there is one", async () => {
  const { token } = await guestToken();
  const cart = await newCart(token, { shippingAddress: wireUsAddress });
  expect(await updated(token, cart, [{ action: "setCountry", country: "US" }])).toEqual(cart);
  const other = { field: "country", invalidValue: "DE", allowedValues: ["US"] };
  const moved = await update(token, cart, [{ action: "setCountry", country: "DE" }]);
  expectError(moved, 400, "InvalidField", other);
  const unset = await update(token, cart, [{ action: "setCountry" }]);
  expectError(unset, 400, "InvalidField", { ...other, invalidValue: null });
  const body = { currency: "USD", country: "DE", shippingAddress: wireUsAddress };
  expectError(await send("POST", "/me/carts", { token, body }), 400, "InvalidField", other);
});

test("a method that does not serve the cart is refused as such, not as an unknown one", async () => {
  const { token } = await guestToken();
  const cart = await newCart(token, { shippingAddress: wireUsAddress });
  const elsewhere = await makeShippingMethod({ countries: ["DE"] });
  const unpriced = await makeShippingMethod({ prices: { EUR: 450 } });
  const inactive = await makeShippingMethod({ active: false });
  for (const { id, key } of [elsewhere, unpriced, inactive]) {
    for (const shippingMethod of [{ id }, { key }]) {
      const reply = await update(token, cart, [{ action: "setShippingMethod", shippingMethod }]);
      expectError(reply, 400, "InvalidOperation");
    }
  }
});

test("unknown products, methods and codes, and unpublished products", async () => {
  const { token } = await guestToken();
  const cart = await newCart(token);
  const hidden = await makeVariant({ published: false });
  for (const productId of [randomUUID(), "nonsense", hidden.productId]) {
    const reply = await update(token, cart, [{ action: "addLineItem", productId }]);
    expectError(reply, 400, "ReferencedResourceNotFound", { typeId: "product", id: productId });
  }
  const { productId } = await makeVariant();
  for (const [named, message] of [
    [{ sku: "NOPE" }, "No published product with an sku 'NOPE' exists."],
    [
      { productId, variantId: 9 },
      `No published product with the ID '${productId}' has a variant with the ID 9.`,
    ],
  ] as const) {
    const reply = await update(token, cart, [{ action: "addLineItem", ...named }]);
    expectError(reply, 400, "ReferencedResourceNotFound", { typeId: "product", message });
    expect(reply.body.errors[0]).not.toHaveProperty("key");
  }
  const method = { action: "setShippingMethod", shippingMethod: { id: randomUUID() } };
  expectError(await update(token, cart, [method]), 400, "ReferencedResourceNotFound");
  const code = await update(token, cart, [{ action: "addDiscountCode", code: "NOPE" }]);
  expectError(code, 400, "DiscountCodeNonApplicable", { reason: "DoesNotExist" });
  const much = await update(token, cart, [add(await makeVariant({ stock: 1 }), 2)]);
  expectError(much, 400, "OutOfStock", { lineItems: [], skus: [expect.any(String)] });
});

test("recalculate adopts a changed price", async () => {
  const { token } = await guestToken();
  const variant = await makeVariant();
  const cart = await newCart(token, { lineItems: [{ sku: variant.sku }] });
  await setPrice(variant, 1100);
  const after = await updated(token, cart, [{ action: "recalculate" }]);
  expect(after).toMatchObject({ version: cart.version + 1, totalPrice: { centAmount: 1100 } });
});

test("a deleted cart is returned, and gone", async () => {
  const { token } = await guestToken();
  const cart = await newCart(token);
  const path = `/me/carts/${cart.id}`;
  expectError(await send("DELETE", `${path}?version=9`, { token }), 409, "ConcurrentModification");
  expect((await send("DELETE", path, { token })).status).toBe(400);
  const deleted = await send("DELETE", `${path}?version=1&dataErasure=true`, { token });
  expect([deleted.status, deleted.body]).toEqual([200, cart]);
  expectError(await send("GET", path, { token }), 404, "ResourceNotFound");
});

test("an unused cart is gone after its number of days", async () => {
  const { token } = await guestToken();
  const cart = await newCart(token, { deleteDaysAfterLastModification: 1 });
  const updatedAt = new Date(Date.now() - 2 * 86_400_000);
  await db.cart.update({ where: { id: cart.id }, data: { updatedAt } });
  expect((await send("GET", `/me/carts/${cart.id}`, { token })).status).toBe(404);
  expect((await send("GET", "/me/active-cart", { token })).status).toBe(404);
});

test("a program creates carts for a session that it manages, and finds them by it", async () => {
  const token = await serverToken();
  const anonymousId = `foobar-${randomUUID()}`;
  const body = { currency: "USD", country: "US", anonymousId, key: `key-${anonymousId}` };
  const created = await send("POST", "/carts", { token, body });
  expect(created).toMatchObject({ status: 201, body: { anonymousId, version: 1, key: body.key } });
  const wheres = [
    `where=${encodeURIComponent(`anonymousId = "${anonymousId}"`)}`,
    `where=anonymousId+%3D+%22${anonymousId}%22`,
    `where=anonymousId%20%3D%20%3Aa&var.a=${anonymousId}`,
    `where=anonymousId%3D%22${anonymousId}%22&where=cartState%3D%22Active%22`,
  ];
  for (const where of wheres) {
    const { body } = await send("GET", `/carts?${where}`, { token });
    expect(body).toMatchObject({ count: 1, total: 1, results: [created.body] });
  }
  expect((await send("GET", `/carts/key=${body.key}`, { token })).body).toEqual(created.body);
  expectError(await send("POST", "/carts", { token, body }), 400, "DuplicateField", { field: "key" });
  const none = `/carts?where=${encodeURIComponent('anonymousId = "nobody"')}`;
  expect((await send("HEAD", none, { token })).status).toBe(404);
});

test("invalid predicates and pages", async () => {
  const token = await serverToken();
  const bad = await send("GET", `/carts?where=${encodeURIComponent("anonymousId = ")}`, { token });
  expectError(bad, 400, "InvalidInput");
  expect(bad.body.message).toMatch(/^Malformed parameter: where/);
  expectError(await send("GET", "/carts?limit=501", { token }), 400, "InvalidInput");
});

test("mismatched tokens, scopes and projects", async () => {
  const { token } = await guestToken();
  const dead = await send("GET", "/me/carts", { token: "nonsense" });
  expect([dead.status, dead.body]).toEqual([
    401,
    {
      statusCode: 401,
      message: "invalid_token",
      errors: [{ code: "invalid_token", message: "invalid_token" }],
      error: "invalid_token",
    },
  ]);
  const foreign = await send("GET", "/carts", { token });
  expectError(foreign, 403, "insufficient_scope");
  expect(foreign.body).toMatchObject({ error: "insufficient_scope" });
  const server = await send("GET", "/me/carts", { token: await serverToken() });
  expectError(server, 403, "insufficient_scope");
  expect((await send("GET", "/me/carts")).status).toBe(401);
});

test("discount codes are expanded", async () => {
  const { token } = await guestToken();
  const { code } = await makeDiscount();
  const { id } = await newCart(token, { discountCodes: [code] });
  const expanded = await send("GET", `/me/carts/${id}?expand=discountCodes[*].discountCode`, { token });
  expect(expanded.body.discountCodes).toMatchObject([{ discountCode: { obj: { code } } }]);
  const removal = { action: "removeDiscountCode", discountCode: expanded.body.discountCodes[0].discountCode };
  expect((await updated(token, expanded.body, [removal])).discountCodes).toEqual([]);
});
