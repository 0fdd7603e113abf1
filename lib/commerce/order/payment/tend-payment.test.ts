import { afterEach, expect, test, vi } from "vitest";
import { providerNamed } from "#lib/commerce/payment/index.ts";
import { earnPoints } from "#lib/commerce/rewards/index.ts";
import { cancelOrder as cancel } from "#lib/dialects/store-api/routes/orders.ts";
import { db } from "#lib/platform/database/db.ts";
import { call } from "#test/support/call.ts";
import { makeVariant } from "#test/support/catalogue.ts";
import { place, readyToPlace } from "#test/support/checkout.ts";
import { orderOf } from "#test/support/expect.ts";
import { signUp } from "#test/support/sessions.ts";
import { tendDuePayments, tendOrder } from "../index.ts";

const card = providerNamed("demo-card");

afterEach(() => vi.restoreAllMocks());

async function buyByCard() {
  const ready = await readyToPlace({ variant: await makeVariant(), session: await signUp() });
  const { id: orderId } = orderOf(await place(ready, { body: { paymentProvider: "demo-card" } }));
  return { ...ready, orderId, cancel: () => call(cancel, { ...ready, params: { id: orderId } }) };
}

const statusOf = async (orderId: string) => {
  const order = await db.order.findUniqueOrThrow({ where: { id: orderId }, include: { payments: true } });
  return [order.status, order.paymentStatus, ...order.payments.map(({ state }) => state)];
};

const pointsOf = (orderId: string) => db.rewardEntry.count({ where: { orderId } });

test("an unreachable provider does not prevent a cancellation; the refund is retried until it succeeds", async () => {
  const bought = await buyByCard();
  const refund = vi.spyOn(card, "refund").mockRejectedValueOnce(new Error("down"));
  expect((await bought.cancel()).status).toBe(200);
  await expect(tendOrder(bought)).rejects.toThrow("1 payment(s) are still due");
  expect(await statusOf(bought.orderId)).toEqual(["cancelled", "paid", "captured"]);
  await tendOrder(bought);
  expect(await statusOf(bought.orderId)).toEqual(["cancelled", "refunded", "refunded"]);
  await tendOrder(bought);
  expect(refund).toHaveBeenCalledTimes(2);
  expect(new Set(refund.mock.calls.map(([, , key]) => key)).size).toBe(1);
});

test("money that is still held after the event has failed for good is refunded by the worker, with growing pauses", async () => {
  const bought = await buyByCard();
  await bought.cancel();
  const refund = vi.spyOn(card, "refund").mockRejectedValueOnce(new Error("down"));
  await tendDuePayments();
  expect(await statusOf(bought.orderId)).toEqual(["cancelled", "paid", "captured"]);
  const waits = async () => {
    const { dueAt } = await db.payment.findFirstOrThrow({ where: { orderId: bought.orderId } });
    return dueAt ? Math.round((dueAt.getTime() - Date.now()) / 60_000) : null;
  };
  expect(await waits()).toBe(1);
  await db.payment.updateMany({ where: { orderId: bought.orderId }, data: { dueAt: new Date() } });
  refund.mockRejectedValueOnce(new Error("down"));
  await tendDuePayments();
  expect(await waits()).toBe(2);
  await db.payment.updateMany({ where: { orderId: bought.orderId }, data: { dueAt: new Date() } });
  await tendDuePayments();
  expect(await statusOf(bought.orderId)).toEqual(["cancelled", "refunded", "refunded"]);
  expect(await waits()).toBeNull();
  expect(refund).toHaveBeenCalledTimes(3);
});

test("a released authorization is voided", async () => {
  const bought = await buyByCard();
  const authorized = { state: "authorized", captured: 0, capture: "on-shipping" } as const;
  await db.payment.updateMany({ where: { orderId: bought.orderId }, data: authorized });
  await db.order.update({ where: { id: bought.orderId }, data: { paymentStatus: "authorized" } });
  await bought.cancel();
  expect(await statusOf(bought.orderId)).toEqual(["cancelled", "authorized", "authorized"]);
  await tendOrder(bought);
  expect(await statusOf(bought.orderId)).toEqual(["cancelled", "voided", "released"]);
});

test("shipping an order does not mark it as paid when no provider holds money for it", async () => {
  const ready = await readyToPlace({ variant: await makeVariant() });
  const { id: orderId } = orderOf(await place(ready, { body: { paymentProvider: "cash-on-delivery" } }));
  await db.payment.updateMany({ where: { orderId }, data: { state: "authorized" } });
  await db.order.update({
    where: { id: orderId },
    data: { paymentStatus: "authorized", fulfillmentStatus: "fulfilled" },
  });
  await tendOrder({ orderId });
  expect(await statusOf(orderId)).toEqual(["confirmed", "authorized", "authorized"]);
});

test("the payments of an active order are not released", async () => {
  const bought = await buyByCard();
  const release = vi.spyOn(card, "release");
  const refund = vi.spyOn(card, "refund");
  await tendOrder(bought);
  expect([release, refund].map(({ mock }) => mock.calls.length)).toEqual([0, 0]);
});

test("cancelling takes back the points, and a late event earns none", async () => {
  const bought = await buyByCard();
  await earnPoints([bought.orderId]);
  expect(await pointsOf(bought.orderId)).toBe(1);
  await bought.cancel();
  expect(await pointsOf(bought.orderId)).toBe(0);
  await earnPoints([bought.orderId]);
  expect(await pointsOf(bought.orderId)).toBe(0);
});

test("no points are left, whether points or cancellation come first", async () => {
  const bought = await Promise.all(Array.from({ length: 10 }, buyByCard));
  await Promise.all(bought.flatMap((each) => [each.cancel(), earnPoints([each.orderId])]));
  for (const { orderId } of bought) expect(await pointsOf(orderId)).toBe(0);
});
