import { expect, test } from "vitest";
import { getOrder, listOrders } from "#lib/dialects/store-api/routes/orders.ts";
import { db } from "#lib/platform/database/db.ts";
import { newId } from "#lib/platform/ids.ts";
import { call } from "#test/support/call.ts";
import { makeVariant } from "#test/support/catalogue.ts";
import { buy } from "#test/support/checkout.ts";
import { dataOf, expectFailure, expectInvalid, orderOf } from "#test/support/expect.ts";
import { signUp, startGuestSession } from "#test/support/sessions.ts";

const signIn = /^Sign in, or start a guest session/;

async function buyTimes(count: number) {
  const session = await startGuestSession();
  const variant = await makeVariant();
  const orders = [];
  for (let index = 0; index < count; index++) orders.push((await buy({ variant, session })).order);
  return { session, orders };
}

test("the list has only the caller's own orders, latest first, in pages", async () => {
  const { session, orders } = await buyTimes(3);
  await buyTimes(1);
  const latestFirst = orders.toReversed();
  const all = await call(listOrders, { session });
  expect(all.body).toMatchObject({
    data: latestFirst,
    metadata: { total: 3, limit: 20, offset: 0, hasMore: false },
  });
  const first = await call(listOrders, { session, query: { limit: "2" } });
  expect(first.body).toMatchObject({
    data: latestFirst.slice(0, 2),
    metadata: { total: 3, limit: 2, offset: 0, hasMore: true },
  });
  const rest = await call(listOrders, { session, query: { limit: "2", offset: "2" } });
  expect(rest.body).toMatchObject({
    data: latestFirst.slice(2),
    metadata: { total: 3, limit: 2, offset: 2, hasMore: false },
  });
});

test("the list of a new shopper is empty", async () => {
  const reply = await call(listOrders, { session: await signUp() });
  expect(dataOf(reply, listOrders.response)).toEqual([]);
  expect(reply.body.metadata).toEqual({ total: 0, limit: 20, offset: 0, hasMore: false });
});

test("the list needs a session and valid pages: 401, 400", async () => {
  expectFailure(await call(listOrders), "unauthenticated", signIn);
  const session = await startGuestSession();
  expectInvalid(
    await call(listOrders, { session, query: { limit: "101", offset: "-1" } }),
    "limit",
    "offset",
  );
  expectInvalid(await call(listOrders, { session, query: { limit: "many" } }), "limit");
});

test("an order shows its parcels and its history in order", async () => {
  const { session, order } = await buy({ variant: await makeVariant() });
  const shippedAt = new Date("2026-11-20T10:00:00Z");
  const parcel = { carrier: "UPS", trackingNumber: "1Z999", trackingUrl: null };
  await db.shipment.create({ data: { orderId: order.id, ...parcel, shippedAt } });
  const at = new Date(Date.now() + 60_000);
  await db.orderEvent.create({
    data: { orderId: order.id, userId: session.userId, type: "order.refunded", amount: 1234, at },
  });
  const seen = orderOf(await call(getOrder, { session, params: { id: order.id } }));
  expect(seen).toEqual({
    ...order,
    shipments: [{ ...parcel, shippedAt: shippedAt.toISOString() }],
    events: [...order.events, { type: "order.refunded", at: at.toISOString(), note: "$12.34" }],
  });
});

test("somebody else's order and a missing one answer the same: 404", async () => {
  const { order } = await buy({ variant: await makeVariant() });
  for (const session of [await startGuestSession(), await signUp()]) {
    for (const id of [order.id, newId()]) {
      expectFailure(await call(getOrder, { session, params: { id } }), "not_found", "Order not found");
    }
  }
});

test("an order needs a session and an id: 401, 400", async () => {
  const { session, order } = await buy({ variant: await makeVariant() });
  expectFailure(await call(getOrder, { params: { id: order.id } }), "unauthenticated", signIn);
  for (const id of ["1", order.orderNumber, "null", `${order.id}'--`]) {
    expectInvalid(await call(getOrder, { session, params: { id } }), "id");
  }
});
