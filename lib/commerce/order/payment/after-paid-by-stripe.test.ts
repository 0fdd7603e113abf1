import { expect, test } from "vitest";
import { cancel, moveOrder } from "#lib/commerce/order/index.ts";
import { asShop } from "#lib/platform/context.ts";
import { db } from "#lib/platform/database/db.ts";
import { refundPaymentOf } from "#test/payment/refund.ts";
import {
  atStripe,
  goAway,
  intentOf,
  isOrdered,
  offerStripe,
  orderOf,
  pays,
  stripe,
  workerLooks,
} from "#test/payment/stripe-scenes.ts";
import { until } from "#test/support/until.ts";

offerStripe();

test("a dispute and the bank's decision are in the order's history", async () => {
  const historyAfter = async (won: boolean) => {
    const away = await goAway();
    await pays(away);
    await isOrdered(away);
    const { id: intent } = await intentOf(away);
    await stripe.fake.control("dispute", { intent });
    await until(async () => (await orderOf(away))?.events.at(-1)?.type === "order.disputed");
    await stripe.fake.control("decide", { intent, won });
    await until(async () => (await orderOf(away))?.events.at(-1)?.type !== "order.disputed");
    const { state } = await db.payment.findUniqueOrThrow({ where: { id: away.attemptId } });
    const order = await orderOf(away);
    return [state, order?.paymentStatus, order?.events.at(-1)?.type];
  };
  expect(await historyAfter(true)).toEqual(["captured", "paid", "order.dispute_won"]);
  expect(await historyAfter(false)).toEqual(["disputed", "paid", "order.dispute_lost"]);
});

/** An order whose charge is disputed, with what the shop had been asked to do: a refund of 5.00, and to cancel it. */
async function disputedAndCancelled() {
  const away = await goAway();
  await pays(away);
  const { id } = await isOrdered(away);
  const { id: intent } = await intentOf(away);
  await stripe.fake.control("dispute", { intent });
  await until(async () => (await orderOf(away))?.events.at(-1)?.type === "order.disputed");
  await refundPaymentOf(id, 500);
  await moveOrder(asShop, { id }, [cancel]);
  await workerLooks(away);
  return { away, orderId: id, intent };
}

async function decide({ away, intent }: Awaited<ReturnType<typeof disputedAndCancelled>>, won: boolean) {
  await stripe.fake.control("decide", { intent, won });
  const type = won ? "order.dispute_won" : "order.dispute_lost";
  await until(async () => (await orderOf(away))?.events.some((event) => event.type === type));
  await workerLooks(away);
}

test("refunds wait for the bank to decide about a dispute, and are made if the shop wins", async () => {
  const disputed = await disputedAndCancelled();
  expect((await orderOf(disputed.away))?.balance).toMatchObject({ refunded: 0, refunding: 500 });
  await decide(disputed, true);
  const order = await orderOf(disputed.away);
  expect(order?.balance).toMatchObject({ refunded: order?.totals.total, refunding: 0 });
  expect((await atStripe(disputed.away)).held).toBe(0);
});

test("refunds are dropped, and no more can be asked for, once the bank has given the money to the buyer", async () => {
  const disputed = await disputedAndCancelled();
  await decide(disputed, false);
  expect((await orderOf(disputed.away))?.balance).toMatchObject({ refunded: 0, refunding: 0 });
  const payment = await db.payment.findUniqueOrThrow({ where: { id: disputed.away.attemptId } });
  expect(payment).toMatchObject({ state: "disputed", dueAt: null });
  await expect(refundPaymentOf(disputed.orderId)).rejects.toMatchObject({ code: "bad_request" });
});

test("a refund that the bank returns days later reaches its order", async () => {
  const away = await goAway();
  await pays(away, "4000000000005126");
  const { id, totals } = await isOrdered(away);
  await refundPaymentOf(id);
  expect(await orderOf(away)).toMatchObject({
    paymentStatus: "refunded",
    balance: { refunded: totals.total, refunding: 0 },
  });
  await stripe.fake.control("advance", { seconds: 31 });
  await until(async () => (await orderOf(away))?.events.at(-1)?.type === "order.refund_failed");
  expect(await orderOf(away)).toMatchObject({
    paymentStatus: "paid",
    balance: { paid: totals.total, refunded: 0, refunding: 0 },
  });
});
