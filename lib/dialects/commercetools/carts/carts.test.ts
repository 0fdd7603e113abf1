import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { wireUsAddress } from "#test/support/addresses.ts";
import { makeDiscount, makeShippingMethod, makeVariant } from "#test/support/catalogue.ts";
import { guestToken, send } from "#test/support/commercetools/call.ts";
import { add, expectError, newCart, update, updated } from "#test/support/commercetools/shop.ts";

test("a new cart is empty, active and belongs to the session", async () => {
  const anonymousId = `phone-${randomUUID()}`;
  const { token } = await guestToken(anonymousId);
  const cart = await newCart(token);
  expect(cart).toMatchObject({
    version: 1,
    cartState: "Active",
    lineItems: [],
    totalPrice: { type: "centPrecision", currencyCode: "USD", centAmount: 0, fractionDigits: 2 },
    origin: "Customer",
    taxMode: "Platform",
    country: "US",
    anonymousId,
  });
  for (const absent of ["customerId", "taxedPrice", "totalLineItemQuantity"]) {
    expect(cart).not.toHaveProperty(absent);
  }
});

test("lines are added, combined, changed and removed", async () => {
  const { token } = await guestToken();
  const variant = await makeVariant();
  const first = await updated(token, await newCart(token), [add(variant, 2)]);
  expect(first.version).toBeGreaterThan(1);
  expect(first).toMatchObject({
    totalPrice: { centAmount: 2000 },
    totalLineItemQuantity: 2,
    lineItems: [{ quantity: 2, totalPrice: { centAmount: 2000 }, variant: { id: 1, sku: variant.sku } }],
  });
  const second = await updated(token, first, [{ action: "addLineItem", sku: variant.sku }]);
  expect(second.lineItems).toMatchObject([{ quantity: 3 }]);
  const lineItemId = second.lineItems[0].id;
  const third = await updated(token, second, [{ action: "removeLineItem", lineItemId, quantity: 1 }]);
  expect(third.lineItems).toMatchObject([{ quantity: 2 }]);
  const quantity = { action: "changeLineItemQuantity", lineItemId, quantity: 0 };
  expect((await updated(token, third, [quantity])).lineItems).toEqual([]);
});

test("a cart takes its lines, address and the rest from its draft, as version 1", async () => {
  const { token } = await guestToken();
  const variant = await makeVariant();
  const method = await makeShippingMethod();
  const { code } = await makeDiscount();
  const cart = await newCart(token, {
    customerEmail: "gale@example.com",
    lineItems: [{ sku: variant.sku, quantity: 2 }],
    shippingAddress: wireUsAddress,
    shippingMethod: { typeId: "shipping-method", id: method.id },
    discountCodes: [code],
    deleteDaysAfterLastModification: 7,
  });
  expect(cart).toMatchObject({
    version: 1,
    customerEmail: "gale@example.com",
    deleteDaysAfterLastModification: 7,
    totalPrice: { centAmount: 2000 - 200 + 500 },
    discountOnTotalPrice: { discountedAmount: { centAmount: 200 } },
    discountCodes: [{ state: "MatchesCart", discountCode: { typeId: "discount-code" } }],
    shippingInfo: { price: { centAmount: 500 }, shippingMethod: { id: method.id } },
    shippingAddress: wireUsAddress,
    taxedPrice: { totalNet: { centAmount: 2300 }, totalGross: { centAmount: 2300 + 144 } },
  });
});

test("a version that is not the latest changes nothing", async () => {
  const { token } = await guestToken();
  const cart = await newCart(token);
  const changed = await updated(token, cart, [{ action: "setCustomerEmail", email: "gale@example.com" }]);
  const stale = await update(token, cart, [{ action: "setCustomerEmail" }]);
  expectError(stale, 409, "ConcurrentModification", { currentVersion: changed.version });
  const versions = `Expected: ${cart.version} - Actual: ${changed.version}.`;
  expect(stale.body.message).toBe(`Object ${cart.id} has a different version than expected. ${versions}`);
  expect((await send("GET", `/me/carts/${cart.id}`, { token })).body).toEqual(changed);
});

test("of ten updates to one version, one succeeds", async () => {
  const { token } = await guestToken();
  const cart = await newCart(token);
  const variant = await makeVariant();
  const replies = await Promise.all(Array.from({ length: 10 }, () => update(token, cart, [add(variant)])));
  const statuses = replies.map(({ status }) => status).toSorted();
  expect(statuses).toEqual([200, ...Array.from({ length: 9 }, () => 409)]);
});

test("actions apply all or none; actions without effect keep the version", async () => {
  const { token } = await guestToken();
  const cart = await newCart(token);
  const bad = { action: "changeLineItemQuantity", lineItemId: randomUUID(), quantity: 1 };
  const reply = await update(token, cart, [{ action: "setLocale", locale: "de" }, bad]);
  expect(reply.status).toBe(400);
  expect((await send("GET", `/me/carts/${cart.id}`, { token })).body).toEqual(cart);
  expect((await updated(token, cart, [{ action: "recalculate" }])).version).toBe(cart.version);
});

test("malformed JSON, missing fields and unsupported values", async () => {
  const { token } = await guestToken();
  const { id } = await newCart(token);
  const path = `/me/carts/${id}`;
  const missing = await send("POST", path, { token, body: { actions: [] } });
  expectError(missing, 400, "InvalidJsonInput", { detailedErrorMessage: "version: Missing required value" });
  expectError(await send("POST", path, { token, body: "{" }), 400, "InvalidJsonInput");
  for (const body of [{ currency: "dollars" }, { currency: "USD", deleteDaysAfterLastModification: 0 }]) {
    expect((await send("POST", "/me/carts", { token, body })).status).toBe(400);
  }
});

test("a cart cannot be given to somebody else below /me", async () => {
  const { token } = await guestToken();
  const cart = await newCart(token, { anonymousId: "other", customerId: randomUUID() });
  expect(cart.anonymousId).not.toBe("other");
  expect(cart).not.toHaveProperty("customerId");
  for (const action of ["setAnonymousId", "setCustomerId", "setKey"]) {
    expect((await update(token, cart, [{ action }])).status).toBe(400);
  }
  expect((await send("GET", `/me/carts/${cart.id}`, { token })).body).toEqual(cart);
});

test("another session's cart is not found", async () => {
  const { token } = await guestToken();
  const cart = await newCart(token);
  const other = (await guestToken()).token;
  const path = `/me/carts/${cart.id}`;
  expectError(await send("GET", path, { token: other }), 404, "ResourceNotFound");
  expectError(await update(other, cart, [{ action: "setLocale" }]), 404, "ResourceNotFound");
  expectError(await send("DELETE", `${path}?version=1`, { token: other }), 404, "ResourceNotFound");
  expect((await send("GET", "/me/carts", { token: other })).body).toMatchObject({ total: 0, results: [] });
});

test("the active cart is the last changed one", async () => {
  const { token } = await guestToken();
  const path = "/me/active-cart";
  expectError(await send("GET", path, { token }), 404, "ResourceNotFound");
  expect((await send("HEAD", path, { token })).status).toBe(404);
  const first = await newCart(token);
  await newCart(token);
  await updated(token, first, [{ action: "setLocale", locale: "en" }]);
  expect((await send("GET", path, { token })).body.id).toBe(first.id);
  expect(await send("HEAD", path, { token })).toMatchObject({ status: 200, body: undefined });
});

test("taxes are shown if there is a shipping address", async () => {
  const { token } = await guestToken();
  const cart = await newCart(token, { lineItems: [{ sku: (await makeVariant()).sku }] });
  const taxed = await updated(token, cart, [{ action: "setShippingAddress", address: wireUsAddress }]);
  expect(taxed).toMatchObject({ taxedPrice: { totalTax: { centAmount: 80 } }, lineItems: [{ taxRate: {} }] });
  const untaxed = await updated(token, taxed, [{ action: "setShippingAddress" }]);
  for (const gone of ["shippingAddress", "taxedPrice"]) expect(untaxed).not.toHaveProperty(gone);
  expect(untaxed.lineItems[0]).not.toHaveProperty("taxRate");
});
