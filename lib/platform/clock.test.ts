import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { loadCart } from "#lib/commerce/cart/index.ts";
import { productResponse } from "#lib/dialects/store-api/index.ts";
import { applyCoupon, getCart, prepareCheckout as prepare } from "#lib/dialects/store-api/routes/cart.ts";
import { getProduct } from "#lib/dialects/store-api/routes/catalog.ts";
import { listOrders } from "#lib/dialects/store-api/routes/orders.ts";
import { asNobody } from "#lib/platform/context.ts";
import { db, Prisma } from "#lib/platform/database/db.ts";
import { deleteExpired } from "#lib/worker/housekeeping/index.ts";
import { call } from "#test/support/call.ts";
import { makeDiscount, makeVariant } from "#test/support/catalogue.ts";
import { fillCart, place, readyToPlace } from "#test/support/checkout.ts";
import { guestToken, send, serverToken } from "#test/support/commercetools/call.ts";
import { newCart } from "#test/support/commercetools/shop.ts";
import { cartOf, dataOf, expectFailure, orderOf } from "#test/support/expect.ts";
import { startGuestSession } from "#test/support/sessions.ts";
import { now } from "./clock.ts";

// These tests only move the clock; they change nothing in the database.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"] });
});
afterEach(() => {
  vi.useRealTimers();
});

const goOn = ({ days = 0, hours = 0, minutes = 0 }) =>
  vi.setSystemTime(now().getTime() + ((days * 24 + hours) * 60 + minutes) * 60_000);

test("a stock hold ends after 15 minutes, for its page, the catalogue and other shoppers", async () => {
  const variant = await makeVariant({ stock: 1 });
  const ready = await readyToPlace({ variant });
  const { id } = cartOf(await call(prepare, ready));
  const isHeld = async () => (await loadCart(asNobody, Prisma.sql`where c.id = ${id}::uuid`))?.hasHolds;
  const isLeft = async () =>
    dataOf(await call(getProduct, { params: { slug: variant.slug } }), productResponse).variants[0]
      ?.available;
  goOn({ minutes: 14 });
  expect([await isHeld(), await isLeft()]).toEqual([true, false]);
  goOn({ minutes: 2 });
  expect([await isHeld(), await isLeft()]).toEqual([false, true]);
  const other = await readyToPlace({ variant });
  expect((await place(other)).status).toBe(201);
});

test("an Idempotency-Key is remembered for 24 hours and then counts as new", async () => {
  const session = await startGuestSession();
  const ready = () => makeVariant().then((variant) => readyToPlace({ variant, session }));
  const headers = { "idempotency-key": "the-same" };
  const first = orderOf(await place(await ready(), { headers }));
  const second = await ready();
  goOn({ hours: 23, minutes: 59 });
  expect((await place(second, { headers })).status).toBe(422);
  goOn({ minutes: 2 });
  const placed = orderOf(await place(second, { headers }));
  expect(placed.id).not.toBe(first.id);
  expect(orderOf(await place(second, { headers })).id).toBe(placed.id);
});

test("an expired cart is gone from every API and page before it is deleted", async () => {
  const ready = await readyToPlace({ variant: await makeVariant() });
  const before = cartOf(await call(getCart, ready));
  await db.cart.update({ where: { id: before.id }, data: { expiresAfterDays: 2, updatedAt: now() } });
  goOn({ days: 1 });
  expect(cartOf(await call(getCart, ready)).id).toBe(before.id);
  goOn({ days: 1, minutes: 1 });
  expectFailure(await place(ready), "not_found", "Cart not found");
  expect(cartOf(await call(getCart, ready))).toMatchObject({ lines: [] });
  expect((await call(prepare, ready)).status).toBe(400);
  const token = await serverToken();
  expect((await send("GET", `/carts/${before.id}`, { token })).status).toBe(404);
  const order = { cart: { id: before.id, typeId: "cart" }, version: ready.version };
  expect((await send("POST", "/orders", { token, body: order })).status).toBe(404);
  await deleteExpired();
  expect(await db.cart.count({ where: { id: before.id } })).toBe(0);
});

test("the key of an expired cart can be used for another", async () => {
  const token = await serverToken();
  const body = { currency: "USD", key: `key-${Date.now()}`, deleteDaysAfterLastModification: 1 };
  expect((await send("POST", "/carts", { token, body })).status).toBe(201);
  expect((await send("POST", "/carts", { token, body })).status).toBe(400);
  goOn({ days: 1, minutes: 1 });
  const again = await send("POST", "/carts", { token, body });
  expect(again.status, JSON.stringify(again.body)).toBe(201);
});

test("sessions and tokens expire", async () => {
  const session = await startGuestSession();
  const { token } = await guestToken();
  await newCart(token);
  goOn({ hours: 47 });
  expect((await send("GET", "/me/active-cart", { token })).status).toBe(200);
  goOn({ hours: 2 });
  expect((await send("GET", "/me/active-cart", { token })).status).toBe(401);
  goOn({ days: 29 });
  expect((await call(listOrders, { session })).status).toBe(401);
});

test("a coupon expires, even if a cart already has it", async () => {
  const variant = await makeVariant();
  const { code } = await makeDiscount({ endsAt: new Date(now().getTime() + 60_000) });
  const session = await startGuestSession();
  const at = { session, cart: await fillCart(session, { variant }) };
  expect(cartOf(await call(applyCoupon, { ...at, body: { code } })).totals.discount).toBe(100);
  goOn({ minutes: 1 });
  expect(cartOf(await call(getCart, at)).totals.discount).toBe(0);
});

test("the record of a sent mail outlives every retry of its job", async () => {
  const mail = { messageId: "a-mail@example.com", createdAt: now(), sentAt: now() };
  await db.outgoingMail.create({ data: mail });
  const isKnown = () => db.outgoingMail.count({ where: { messageId: mail.messageId } });
  goOn({ days: 400 });
  await deleteExpired();
  expect(await isKnown()).toBe(1);
  goOn({ days: 400 });
  await deleteExpired();
  expect(await isKnown()).toBe(0);
});
