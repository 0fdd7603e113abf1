import { beforeEach, expect, test } from "vitest";
import { earnPoints } from "#lib/commerce/rewards/index.ts";
import { getOrder } from "#lib/dialects/store-api/routes/orders.ts";
import { db } from "#lib/platform/database/db.ts";
import { env } from "#lib/platform/env.ts";
import { call } from "#test/support/call.ts";
import { makeDiscount, makeVariant, stockOf } from "#test/support/catalogue.ts";
import { buy, place, readyToPlace } from "#test/support/checkout.ts";
import { serverToken } from "#test/support/commercetools/call.ts";
import { update } from "#test/support/commercetools/shop.ts";
import { orderOf } from "#test/support/expect.ts";
import { countJobs } from "#test/support/jobs.ts";
import { signUp } from "#test/support/sessions.ts";
import { expireUnpaidOrders } from "./expire-unpaid.ts";
import { payBy } from "./pay-by.ts";

const dayMs = 86_400_000;

const placedAgo = (id: string, days: number) =>
  db.order.update({ where: { id }, data: { placedAt: new Date(Date.now() - days * dayMs) } });
const statusOf = async (id: string) => (await db.order.findUniqueOrThrow({ where: { id } })).status;

// Orders of one test must not be due in the next.
beforeEach(async () => {
  await db.order.updateMany({ data: { placedAt: new Date() } });
});

test("an order has a payment deadline: seven days after placement by default", async () => {
  expect(env.UNPAID_ORDER_DAYS).toBe(7);
  const { order } = await buy({ variant: await makeVariant() });
  expect(payBy(order)).toBe(new Date(Date.parse(order.placedAt) + 7 * dayMs).toISOString());
});

test("an unpaid order is cancelled: stock, coupon and points are returned, and its history has the reason", async () => {
  const variant = await makeVariant({ stock: 5 });
  const coupon = await makeDiscount({ usageLimit: 1 });
  const session = await signUp();
  const { order } = await buy({ variant, quantity: 2, coupons: [coupon.code], session });
  await earnPoints([order.id]);
  await placedAgo(order.id, 6.9);
  expect(await expireUnpaidOrders()).toBe(0);
  expect(await stockOf(variant)).toBe(3);
  await placedAgo(order.id, 7.1);
  expect(await expireUnpaidOrders()).toBe(1);
  expect(orderOf(await call(getOrder, { session, params: { id: order.id } }))).toMatchObject({
    status: "cancelled",
    paymentStatus: "voided",
    cancellable: false,
  });
  const last = await db.orderEvent.findMany({
    where: { orderId: order.id },
    orderBy: { id: "desc" },
    take: 2,
  });
  expect(last.map(({ type }) => type)).toEqual(["order.cancelled", "order.expired"]);
  expect(await stockOf(variant)).toBe(5);
  expect(await db.discount.findUnique({ where: { id: coupon.id } })).toMatchObject({ usedCount: 0 });
  expect(await db.rewardEntry.count({ where: { orderId: order.id } })).toBe(0);
  expect(await expireUnpaidOrders()).toBe(0);
  expect([await countJobs("order.cancelled", order.id), await countJobs("order.expired", order.id)]).toEqual([
    1, 1,
  ]);
});

test("paid, cash on delivery, confirmed and shipped orders are left alone", async () => {
  const bought = async (paymentProvider: string) => {
    const ready = await readyToPlace({ variant: await makeVariant() });
    return orderOf(await place(ready, { body: { paymentProvider } })).id;
  };
  const [card, cod, confirmed, paid, sent] = [
    await bought("demo-card"),
    await bought("cash-on-delivery"),
    await bought("bank-transfer"),
    await bought("bank-transfer"),
    await bought("bank-transfer"),
  ];
  await db.order.update({ where: { id: confirmed }, data: { status: "confirmed" } });
  await db.order.update({ where: { id: paid }, data: { paymentStatus: "paid" } });
  await db.order.update({ where: { id: sent }, data: { fulfillmentStatus: "partially_fulfilled" } });
  const orders = [card, cod, confirmed, paid, sent];
  for (const id of orders) await placedAgo(id, 400);
  expect(await expireUnpaidOrders()).toBe(0);
  for (const id of orders) expect(await statusOf(id)).not.toBe("cancelled");
});

test("a concurrent payment is either in time or rejected as late; concurrent runs cancel an order once", async () => {
  const token = await serverToken();
  const ids = await Promise.all(
    Array.from({ length: 6 }, async () => (await buy({ variant: await makeVariant() })).order.id),
  );
  for (const id of ids) await placedAgo(id, 8);
  const pay = [{ action: "changePaymentState", paymentState: "Paid" }];
  const [first, second, ...paid] = await Promise.all([
    expireUnpaidOrders(),
    expireUnpaidOrders(),
    ...ids.map((id) => update(token, { id, version: 1 }, pay, "/orders")),
  ]);
  expect(first + second).toBeGreaterThanOrEqual(paid.filter(({ status }) => status === 409).length);
  for (const [index, id] of ids.entries()) {
    const cancelled = (await statusOf(id)) === "cancelled";
    expect(paid[index]?.status).toBe(cancelled ? 409 : 200);
    expect(await countJobs("order.expired", id)).toBe(cancelled ? 1 : 0);
  }
});

test("orders that cannot be cancelled do not hold up those placed after them", async () => {
  const ids: string[] = [];
  for (let count = 0; count < 3; count++) ids.push((await buy({ variant: await makeVariant() })).order.id);
  for (const id of ids) await placedAgo(id, 8);
  const [broken = "", ...fine] = ids;
  const { shippingAddress } = await db.order.findUniqueOrThrow({ where: { id: broken } });
  await db.order.update({ where: { id: broken }, data: { shippingAddress: [] } });
  expect(await expireUnpaidOrders(1)).toBe(2);
  await db.order.update({ where: { id: broken }, data: { shippingAddress: shippingAddress ?? {} } });
  for (const id of fine) expect(await statusOf(id)).toBe("cancelled");
  expect(await expireUnpaidOrders(1)).toBe(1);
});
