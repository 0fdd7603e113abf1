import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { db } from "#lib/platform/database/db.ts";
import { wireUsAddress } from "#test/support/addresses.ts";
import { makeVariant, setPrice, stockOf } from "#test/support/catalogue.ts";
import { buy } from "#test/support/checkout.ts";
import { guestToken, send, serverToken } from "#test/support/commercetools/call.ts";
import { expectError, newCart, order, readyCart, update } from "#test/support/commercetools/shop.ts";
import { countJobs } from "#test/support/jobs.ts";

test("an order needs a shipping address", async () => {
  const { token } = await guestToken();
  const cart = await newCart(token, { lineItems: [{ sku: (await makeVariant()).sku }] });
  const reply = await order(token, cart);
  expectError(reply, 400, "InvalidOperation");
  expect(reply.body.message).toBe("Shipping address is not set.");
});

test("an order that the stock does not cover names the short lines", async () => {
  const { token } = await guestToken();
  const [plenty, scarce] = [await makeVariant(), await makeVariant({ stock: 1 })];
  const cart = await readyCart(token, scarce, { lineItems: [{ sku: plenty.sku }, { sku: scarce.sku }] });
  const [, line] = cart.lineItems;
  const more = { action: "changeLineItemQuantity", lineItemId: line.id, quantity: 2 };
  const short = { lineItems: [line.id], skus: [scarce.sku] };
  expectError(await update(token, cart, [more]), 400, "OutOfStock", short);
  await db.stock.update({ where: { variantId: scarce.variantId }, data: { quantity: 0 } });
  expectError(await order(token, cart), 400, "OutOfStock", short);
});

test("a guest's order has the session's id, the cart's totals, and the number in its mail", async () => {
  const anonymousId = `phone-${randomUUID()}`;
  const { token } = await guestToken(anonymousId);
  const variant = await makeVariant();
  const cart = await readyCart(token, variant, { customerEmail: "gale@example.com" });
  const { status, body } = await order(token, cart);
  expect(status).toBe(201);
  expect(body).toMatchObject({
    version: 1,
    anonymousId,
    customerEmail: "gale@example.com",
    orderState: "Open",
    orderNumber: expect.stringMatching(/^SC-[0-9A-Z]{8}$/),
    cart: { typeId: "cart", id: cart.id },
    totalPrice: cart.totalPrice,
    taxedPrice: cart.taxedPrice,
    lineItems: [{ variant: { id: 1, sku: variant.sku }, quantity: 1, totalPrice: { centAmount: 1000 } }],
    shippingAddress: { country: "US", city: "Portland" },
    syncInfo: [],
    returnInfo: [],
  });
  for (const absent of ["customerId", "cartState"]) expect(body).not.toHaveProperty(absent);
  expect(await stockOf(variant)).toBe(99);
  expect(await countJobs("order.placed", body.id)).toBe(1);
  expect((await send("GET", `/me/orders/${body.id}`, { token })).body).toEqual(body);
});

test("an ordered cart is closed", async () => {
  const { token } = await guestToken();
  const cart = await readyCart(token, await makeVariant());
  await order(token, cart);
  const { body } = await send("GET", `/me/carts/${cart.id}`, { token });
  expect(body).toMatchObject({ cartState: "Ordered", version: cart.version + 1 });
  expectError(await update(token, body, [{ action: "setLocale" }]), 400, "InvalidOperation");
  expectError(await order(token, body), 400, "InvalidOperation");
  expectError(
    await send("DELETE", `/me/carts/${body.id}?version=${body.version}`, { token }),
    400,
    "InvalidOperation",
  );
  expect((await send("GET", "/me/active-cart", { token })).status).toBe(404);
});

test("a cart that has changed, or whose price has, is not ordered", async () => {
  const { token } = await guestToken();
  const variant = await makeVariant();
  const cart = await readyCart(token, variant);
  const stale = await order(token, { ...cart, version: 7 });
  expectError(stale, 409, "ConcurrentModification", { currentVersion: 1 });
  await setPrice(variant, 1100);
  expectError(await order(token, cart), 400, "PriceChanged");
  const { body } = await send("GET", `/me/carts/${cart.id}`, { token });
  expect(body.totalPrice.centAmount).toBe(1100);
  expect((await order(token, body)).status).toBe(201);
});

test("of ten orders of one cart, one is placed", async () => {
  const { token } = await guestToken();
  const cart = await readyCart(token, await makeVariant());
  const replies = await Promise.all(Array.from({ length: 10 }, () => order(token, cart)));
  expect(replies.filter(({ status }) => status === 201)).toHaveLength(1);
  expect(replies.every(({ status }) => [201, 400, 409].includes(status))).toBe(true);
  expect(await db.order.count({ where: { cartId: cart.id } })).toBe(1);
});

test("another session can neither order the cart nor see the order", async () => {
  const { token } = await guestToken();
  const cart = await readyCart(token, await makeVariant());
  const other = (await guestToken()).token;
  expectError(await order(other, cart), 404, "ResourceNotFound");
  const { body } = await order(token, cart);
  expect((await send("GET", "/me/orders", { token })).body).toMatchObject({ total: 1, results: [body] });
  expect((await send("GET", "/me/orders", { token: other })).body.total).toBe(0);
  expectError(await send("GET", `/me/orders/${body.id}`, { token: other }), 404, "ResourceNotFound");
});

async function programCart(token: string, draft: object = {}) {
  const lineItems = [{ sku: (await makeVariant()).sku }];
  const body = { currency: "USD", country: "US", lineItems, shippingAddress: wireUsAddress, ...draft };
  return (await send("POST", "/carts", { token, body })).body;
}

test("a program orders for a session that it manages, with its own number", async () => {
  const token = await serverToken();
  const anonymousId = `foobar-${randomUUID()}`;
  const orderNumber = `A/1 b ${randomUUID()}`;
  const { id, version } = await programCart(token, { anonymousId });
  const draft = { cart: { typeId: "cart", id }, version, orderNumber, paymentState: "Paid" };
  const placed = await send("POST", "/orders", { token, body: draft });
  expect(placed).toMatchObject({ status: 201, body: { anonymousId, orderNumber, paymentState: "Paid" } });
  const byNumber = await send("GET", `/orders/order-number=${encodeURIComponent(orderNumber)}`, { token });
  expect([byNumber.status, byNumber.body]).toEqual([200, placed.body]);
  expectError(await send("GET", "/orders/order-number=nope", { token }), 404, "ResourceNotFound");
  const where = encodeURIComponent(`anonymousId = "${anonymousId}" and orderState = "Open"`);
  expect((await send("GET", `/orders?where=${where}`, { token })).body).toMatchObject({ total: 1 });
  const second = await programCart(token, { anonymousId });
  const again = await send("POST", "/orders", { token, body: { ...second, orderNumber } });
  expectError(again, 400, "DuplicateField", { field: "orderNumber", duplicateValue: orderNumber });
  expect(again.body.message).toBe(`A duplicate value ${orderNumber} exists for field orderNumber.`);
});

test("a program names a cart by its id or its key, not both", async () => {
  const token = await serverToken();
  const key = `key-${randomUUID()}`;
  const { id, version } = await programCart(token, { key });
  const orderBy = (cart: object) =>
    send("POST", "/orders", { token, body: { cart: { typeId: "cart", ...cart }, version } });
  for (const cart of [{}, { id, key }]) expectError(await orderBy(cart), 400, "InvalidJsonInput");
  expectError(await orderBy({ key: "nobody-s" }), 404, "ResourceNotFound");
  expect((await orderBy({ key })).body).toMatchObject({ cart: { id } });
});

test("an order has one number: the merchant's, otherwise the shop's", async () => {
  const token = await serverToken();
  const orderNumber = `M-${randomUUID()}`;
  const own = await send("POST", "/orders", { token, body: { ...(await programCart(token)), orderNumber } });
  const plain = await send("POST", "/orders", { token, body: await programCart(token) });
  for (const { body } of [own, plain]) {
    const { orderNumber: shops } = await db.order.findUniqueOrThrow({ where: { id: body.id } });
    for (const number of [body.orderNumber, shops]) {
      const reply = await send("GET", `/orders/order-number=${encodeURIComponent(number)}`, { token });
      expect([reply.status, reply.body]).toEqual([200, body]);
    }
    const where = encodeURIComponent(`orderNumber = "${body.orderNumber}"`);
    expect((await send("GET", `/orders?where=${where}&sort=orderNumber`, { token })).body).toMatchObject({
      total: 1,
      results: [body],
    });
  }
  const taken = plain.body.orderNumber;
  for (const spelling of [taken, taken.toLowerCase(), taken.replace("-", " ")]) {
    const draft = { ...(await programCart(token)), orderNumber: spelling };
    expectError(await send("POST", "/orders", { token, body: draft }), 400, "DuplicateField", {
      field: "orderNumber",
      duplicateValue: spelling,
    });
  }
});

test("ordering a cart without an owner creates a guest", async () => {
  const token = await serverToken();
  const { id, version, ...cart } = await programCart(token);
  expect(cart).not.toHaveProperty("anonymousId");
  const { status, body } = await send("POST", "/orders", { token, body: { id, version } });
  expect([status, body.anonymousId]).toEqual([201, expect.any(String)]);
});

test("programs can read orders of the store API", async () => {
  const { order: placed } = await buy({ variant: await makeVariant() });
  const { status, body } = await send("GET", `/orders/${placed.id}`, { token: await serverToken() });
  expect(status).toBe(200);
  expect(body).toMatchObject({
    id: placed.id,
    customerEmail: placed.contact.email,
    totalPrice: { centAmount: placed.totals.total - placed.totals.tax },
    taxedPrice: { totalGross: { centAmount: placed.totals.total } },
    shippingInfo: { price: { centAmount: 500 } },
  });
});
