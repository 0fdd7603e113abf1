import { afterEach, expect, test, vi } from "vitest";
import { paymentProviders } from "#lib/commerce/payment/index.ts";
import { earnPoints } from "#lib/commerce/rewards/index.ts";
import { cancelOrder as cancel } from "#lib/dialects/store-api/routes/orders.ts";
import { db } from "#lib/platform/db.ts";
import { call } from "#test/support/call.ts";
import { makeVariant } from "#test/support/catalogue.ts";
import { place, readyToPlace } from "#test/support/checkout.ts";
import { orderOf } from "#test/support/expect.ts";
import { signUp } from "#test/support/sessions.ts";
import { releaseHeldPayments, releasePayments } from "./release-payments.ts";

const card = paymentProviders.find(({ id }) => id === "test");
if (!card) throw new Error("There is no test card");

afterEach(() => vi.restoreAllMocks());

async function buyByCard() {
  const ready = await readyToPlace({ variant: await makeVariant(), session: await signUp() });
  const { id: orderId } = orderOf(await place(ready, { body: { paymentProvider: "test" } }));
  return { ...ready, orderId, cancel: () => call(cancel, { ...ready, params: { id: orderId } }) };
}

const statusOf = async (orderId: string) => {
  const order = await db.order.findUniqueOrThrow({ where: { id: orderId }, include: { payments: true } });
  return [order.status, order.paymentStatus, ...order.payments.map(({ status }) => status)];
};

const pointsOf = (orderId: string) => db.rewardEntry.count({ where: { orderId } });

test("a provider that is down stops no cancellation; it is asked again until it has said yes", async () => {
  const bought = await buyByCard();
  const release = vi.spyOn(card, "release").mockRejectedValueOnce(new Error("down"));
  expect((await bought.cancel()).status).toBe(200);
  await expect(releasePayments(bought)).rejects.toThrow("1 payment(s) were not released");
  expect(await statusOf(bought.orderId)).toEqual(["cancelled", "paid", "paid"]);
  await releasePayments(bought);
  expect(await statusOf(bought.orderId)).toEqual(["cancelled", "refunded", "refunded"]);
  await releasePayments(bought);
  expect(release).toHaveBeenCalledTimes(2);
});

test("what is still held when the event has been given up is asked back by the hourly round", async () => {
  const bought = await buyByCard();
  await bought.cancel();
  expect(await releaseHeldPayments()).toBe(0);
  await db.order.update({ where: { id: bought.orderId }, data: { cancelledAt: new Date("2026-01-01") } });
  const release = vi.spyOn(card, "release").mockRejectedValueOnce(new Error("down"));
  expect(await releaseHeldPayments()).toBe(1);
  expect(await statusOf(bought.orderId)).toEqual(["cancelled", "paid", "paid"]);
  expect(await releaseHeldPayments()).toBe(1);
  expect(await statusOf(bought.orderId)).toEqual(["cancelled", "refunded", "refunded"]);
  expect(await releaseHeldPayments()).toBe(0);
  expect(release).toHaveBeenCalledTimes(2);
});

test("an authorization that is let go is voided", async () => {
  const bought = await buyByCard();
  await db.payment.updateMany({ where: { orderId: bought.orderId }, data: { status: "authorized" } });
  await db.order.update({ where: { id: bought.orderId }, data: { paymentStatus: "authorized" } });
  await bought.cancel();
  expect(await statusOf(bought.orderId)).toEqual(["cancelled", "authorized", "authorized"]);
  await releasePayments(bought);
  expect(await statusOf(bought.orderId)).toEqual(["cancelled", "voided", "voided"]);
});

test("the payments of an order that stands are not let go", async () => {
  const bought = await buyByCard();
  const release = vi.spyOn(card, "release");
  await releasePayments(bought);
  expect(release).not.toHaveBeenCalled();
});

test("cancelling takes the points back, and an event that is delivered late earns none", async () => {
  const bought = await buyByCard();
  await earnPoints({ ...bought, currency: "USD" });
  expect(await pointsOf(bought.orderId)).toBe(1);
  await bought.cancel();
  expect(await pointsOf(bought.orderId)).toBe(0);
  await earnPoints({ ...bought, currency: "USD" });
  expect(await pointsOf(bought.orderId)).toBe(0);
});

test("whichever comes first, points or cancellation, none are left", async () => {
  const bought = await Promise.all(Array.from({ length: 10 }, buyByCard));
  await Promise.all(bought.flatMap((each) => [each.cancel(), earnPoints({ ...each, currency: "USD" })]));
  for (const { orderId } of bought) expect(await pointsOf(orderId)).toBe(0);
});
