import { expect, test } from "vitest";
import { db } from "#lib/platform/database/db.ts";
import { wireUsAddress } from "#test/support/addresses.ts";
import { whileBroken } from "#test/support/broken.ts";
import { makeVariant, stockOf } from "#test/support/catalogue.ts";
import { guestToken, send, serverToken } from "#test/support/commercetools/call.ts";
import { newCart } from "#test/support/commercetools/shop.ts";

async function orderFrom(states: object) {
  const [variant, { token }] = [await makeVariant({ stock: 5 }), await guestToken()];
  const { id, version } = await newCart(token, {
    lineItems: [{ sku: variant.sku, quantity: 2 }],
    shippingAddress: wireUsAddress,
  });
  const body = { cart: { typeId: "cart", id }, version, ...states };
  const reply = await send("POST", "/orders", { token: await serverToken(), body });
  return { reply, cartId: id, variant };
}

test("an order with contradictory states in its draft is not placed", async () => {
  const { reply, cartId, variant } = await orderFrom({ orderState: "Cancelled", shipmentState: "Shipped" });
  expect([reply.status, reply.body.errors[0].code]).toEqual([400, "InvalidOperation"]);
  expect(await db.order.count({ where: { cartId } })).toBe(0);
  expect(await db.cart.count({ where: { id: cartId, status: "active" } })).toBe(1);
  expect(await stockOf(variant)).toBe(5);
});

test("an order is created in the states of its draft", async () => {
  const { reply, variant } = await orderFrom({ orderState: "Confirmed", paymentState: "Paid" });
  expect(reply.status).toBe(201);
  expect(reply.body).toMatchObject({ orderState: "Confirmed", paymentState: "Paid" });
  expect(await stockOf(variant)).toBe(3);
});

test("the guest for a cart without an owner is created with the order, or not at all", async () => {
  const [token, variant] = [await serverToken(), await makeVariant({ stock: 5 })];
  const draft = {
    currency: "USD",
    country: "US",
    lineItems: [{ sku: variant.sku }],
    shippingAddress: wireUsAddress,
  };
  const { id, version } = (await send("POST", "/carts", { token, body: draft })).body;
  const place = (states: object = {}) => send("POST", "/orders", { token, body: { id, version, ...states } });
  const guests = () => db.user.count({ where: { isAnonymous: true } });
  const before = await guests();
  expect((await place({ orderState: "Cancelled", shipmentState: "Shipped" })).status).toBe(400);
  expect((await whileBroken({ on: "insert", table: "order_line" }, place)).status).toBe(500);
  expect(await guests()).toBe(before);
  expect((await place()).status).toBe(201);
  expect(await guests()).toBe(before + 1);
});
