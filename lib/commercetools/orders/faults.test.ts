import { expect, test } from "vitest";
import { db } from "#lib/db.ts";
import { makeVariant, stockOf } from "#lib/testing/catalogue.ts";
import { guestToken, send, serverToken } from "#lib/testing/commercetools/call.ts";
import { newCart, usAddress } from "#lib/testing/commercetools/shop.ts";

async function orderFrom(states: object) {
  const [variant, { token }] = [await makeVariant({ stock: 5 }), await guestToken()];
  const { id, version } = await newCart(token, {
    lineItems: [{ sku: variant.sku, quantity: 2 }],
    shippingAddress: usAddress,
  });
  const body = { cart: { typeId: "cart", id }, version, ...states };
  const reply = await send("POST", "/orders", { token: await serverToken(), body });
  return { reply, cartId: id, variant };
}

test("an order whose draft asks for states that do not go together is not placed", async () => {
  const { reply, cartId, variant } = await orderFrom({ orderState: "Cancelled", shipmentState: "Shipped" });
  expect([reply.status, reply.body.errors[0].code]).toEqual([400, "InvalidOperation"]);
  expect(await db.order.count({ where: { cartId } })).toBe(0);
  expect(await db.cart.count({ where: { id: cartId, status: "active" } })).toBe(1);
  expect(await stockOf(variant)).toBe(5);
});

test("an order comes in the states that its draft asks for", async () => {
  const { reply, variant } = await orderFrom({ orderState: "Confirmed", paymentState: "Paid" });
  expect(reply.status).toBe(201);
  expect(reply.body).toMatchObject({ orderState: "Confirmed", paymentState: "Paid" });
  expect(await stockOf(variant)).toBe(3);
});
