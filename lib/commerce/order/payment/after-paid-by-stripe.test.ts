import { expect, test } from "vitest";
import { db } from "#lib/platform/database/db.ts";
import { refundPaymentOf } from "#test/payment/refund.ts";
import {
  goAway,
  intentOf,
  isOrdered,
  offerStripe,
  orderOf,
  pays,
  stripe,
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
