import { expect, test } from "vitest";
import { tendOrder } from "#lib/commerce/order/index.ts";
import { cancelOrder, getOrder } from "#lib/dialects/store-api/routes/orders.ts";
import { db } from "#lib/platform/database/db.ts";
import { newId } from "#lib/platform/ids.ts";
import { call } from "#test/support/call.ts";
import { makeDiscount, makeVariant, stockOf } from "#test/support/catalogue.ts";
import { buy, place, readyToPlace } from "#test/support/checkout.ts";
import { expectFailure, expectInvalid, orderOf, tally } from "#test/support/expect.ts";
import { countJobs } from "#test/support/jobs.ts";
import { signUp, startGuestSession } from "#test/support/sessions.ts";

const usedCount = async (id: string) => (await db.discount.findUniqueOrThrow({ where: { id } })).usedCount;

test("returns stock and coupon use, voids the payment and shows it in the order", async () => {
  const variant = await makeVariant({ stock: 5 });
  const discount = await makeDiscount({ oncePerCustomer: true, usageLimit: 1 });
  const { session, order } = await buy({ variant, quantity: 2, coupons: [discount.code] });
  const params = { id: order.id };
  const cancelled = orderOf(await call(cancelOrder, { session, params }));
  expect(cancelled).toEqual({
    ...order,
    status: "cancelled",
    balance: { paid: 0, refunded: 0, refunding: 0, due: 0 },
    paymentStatus: "voided",
    payment: { ...order.payment, status: "voided" },
    events: [...order.events, { type: "order.cancelled", at: expect.any(String), note: null }],
    cancellable: false,
  });
  expect(orderOf(await call(getOrder, { session, params }))).toEqual(cancelled);
  expect(await stockOf(variant)).toBe(5);
  expect(await usedCount(discount.id)).toBe(0);
  expect(await countJobs("order.cancelled", order.id)).toBe(1);
  const again = await readyToPlace({ variant, session, coupons: [discount.code] });
  expect((await place(again)).status).toBe(201);
  expect(await usedCount(discount.id)).toBe(1);
});

test("a card payment is shown as refunded once the provider has refunded it", async () => {
  const ready = await readyToPlace({ variant: await makeVariant() });
  const { id } = orderOf(await place(ready, { body: { paymentProvider: "demo-card" } }));
  const cancelled = orderOf(await call(cancelOrder, { ...ready, params: { id } }));
  expect(cancelled).toMatchObject({ status: "cancelled", paymentStatus: "paid" });
  await tendOrder({ orderId: id });
  const refunded = orderOf(await call(getOrder, { ...ready, params: { id } }));
  expect(refunded).toMatchObject({ paymentStatus: "refunded", payment: { status: "refunded" } });
  expect(refunded.events.at(-1)).toMatchObject({ type: "order.refunded" });
});

test("20 times at once, and again, returns stock and coupon use once", async () => {
  const variant = await makeVariant({ stock: 5 });
  const discount = await makeDiscount();
  await buy({ variant, coupons: [discount.code] });
  const { session, order } = await buy({ variant, quantity: 3, coupons: [discount.code] });
  const cancel = () => call(cancelOrder, { session, params: { id: order.id } });
  const replies = await Promise.all(Array.from({ length: 20 }, cancel));
  replies.push(await cancel());
  expect(tally(replies)).toEqual({ "200": 21 });
  expect(new Set(replies.map(({ text }) => text)).size).toBe(1);
  expect(await stockOf(variant)).toBe(4);
  expect(await usedCount(discount.id)).toBe(1);
  expect(await countJobs("order.cancelled", order.id)).toBe(1);
});

test("concurrent cancelling and placing of the same two variants and coupons: no visible deadlock", async () => {
  const variants = [await makeVariant({ stock: 100 }), await makeVariant({ stock: 100 })];
  const coupons = [(await makeDiscount()).code, (await makeDiscount()).code];
  const lines = variants.map(({ variantId }) => ({ variantId, quantity: 1 }));
  const wish = (index: number) =>
    index % 2 ? { lines, coupons } : { lines: lines.toReversed(), coupons: coupons.toReversed() };
  const many = Array.from({ length: 15 }, (_, index) => index);
  const bought = await Promise.all(many.map((index) => buy(wish(index))));
  const ready = await Promise.all(many.map((index) => readyToPlace(wish(index))));
  const replies = await Promise.all([
    ...bought.map(({ session, order }) => call(cancelOrder, { session, params: { id: order.id } })),
    ...ready.map((cart) => place(cart)),
  ]);
  expect(tally(replies)).toEqual({ "200": 15, "201": 15 });
  expect(await Promise.all(variants.map(stockOf))).toEqual([85, 85]);
});

test.each(["fulfilled", "delivered"] as const)(
  "is rejected once the order is %s: 409, and nothing changes",
  async (status) => {
    const variant = await makeVariant({ stock: 5 });
    const { session, order } = await buy({ variant });
    await db.order.update({ where: { id: order.id }, data: { status, fulfillmentStatus: status } });
    const reply = await call(cancelOrder, { session, params: { id: order.id } });
    expectFailure(reply, "order_not_cancellable", "This order can no longer be cancelled");
    expect(await stockOf(variant)).toBe(4);
  },
);

test("is rejected once a part has been shipped: 409", async () => {
  const { session, order } = await buy({ variant: await makeVariant() });
  const data = { fulfillmentStatus: "partially_fulfilled" } as const;
  await db.order.update({ where: { id: order.id }, data });
  const reply = await call(cancelOrder, { session, params: { id: order.id } });
  expectFailure(reply, "order_not_cancellable", "This order can no longer be cancelled");
});

test("of somebody else's order answers as for a missing one: 404, and it is kept", async () => {
  const { order } = await buy({ variant: await makeVariant() });
  for (const session of [await startGuestSession(), await signUp()]) {
    for (const id of [order.id, newId()]) {
      expectFailure(await call(cancelOrder, { session, params: { id } }), "not_found", "Order not found");
    }
  }
  expect(await db.order.findUnique({ where: { id: order.id } })).toMatchObject({ status: "pending" });
});

test("needs a session and an id: 401, 400", async () => {
  const { session, order } = await buy({ variant: await makeVariant() });
  const nobody = await call(cancelOrder, { params: { id: order.id } });
  expectFailure(nobody, "unauthenticated", /^Sign in, or start a guest session/);
  expectInvalid(await call(cancelOrder, { session, params: { id: "1" } }), "id");
});
