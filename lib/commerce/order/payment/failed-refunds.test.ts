import { expect, test } from "vitest";
import { asShop } from "#lib/platform/context.ts";
import { db } from "#lib/platform/database/db.ts";
import { atTheTill, makeDue, pay } from "#test/payment/checkout.ts";
import { openNoticedGateway } from "#test/payment/noticed-gateway.ts";
import { refundPaymentOf } from "#test/payment/refund.ts";
import { deliver } from "#test/support/deliver.ts";
import { cancel, getOrder, moveOrder, tendDuePayments } from "../index.ts";

const { gateway, mailsTo, sendNotice } = await openNoticedGateway();

/** An order whose refunds take time. */
async function buySlowly() {
  const shopper = await atTheTill();
  const placed = await pay(shopper, { paymentMethod: "direct" });
  if (placed.attempt) throw new Error("It leads elsewhere");
  const { id: paymentId } = await db.payment.findFirstOrThrow({ where: { orderId: placed.order.id } });
  gateway.refundSlowly(paymentId);
  const { id } = placed.order;
  const { total } = placed.order.totals;
  return { shopper, id, total, paymentId, seen: () => getOrder(shopper.ctx, { id }) };
}

test("a refund that takes time is on its way until it is done, and the worker asks until then", async () => {
  const { shopper, id, total, paymentId, seen } = await buySlowly();
  const asked = await refundPaymentOf(id, 1000);
  expect(asked).toMatchObject({
    paymentStatus: "paid",
    balance: { paid: total, refunded: 0, refunding: 1000, due: 0 },
  });
  expect(asked.events.map(({ type }) => type)).not.toContain("order.refunded");
  await expect(refundPaymentOf(id, total - 999)).rejects.toMatchObject({
    code: "bad_request",
  });
  await makeDue(shopper);
  await tendDuePayments();
  expect((await db.payment.findUniqueOrThrow({ where: { id: paymentId } })).dueAt).not.toBeNull();
  gateway.endRefunds(paymentId, "done");
  await makeDue(shopper);
  await tendDuePayments();
  expect((await seen()).balance).toEqual({ paid: total, refunded: 1000, refunding: 0, due: 0 });
  expect((await seen()).events.at(-1)).toMatchObject({ type: "order.refunded", amount: 1000 });
  expect((await db.payment.findUniqueOrThrow({ where: { id: paymentId } })).dueAt).toBeNull();
});

test("a refund that fails after it was done is undone: status, amounts, history and a mail; an operator can retry it", async () => {
  const { shopper, id, total, paymentId, seen } = await buySlowly();
  await refundPaymentOf(id);
  gateway.endRefunds(paymentId, "done");
  await sendNotice();
  expect(await seen()).toMatchObject({ paymentStatus: "refunded", balance: { refunded: total } });
  gateway.endRefunds(paymentId, "failed");
  for (const _ of [1, 2]) await sendNotice();
  const failed = await seen();
  expect(failed).toMatchObject({
    paymentStatus: "paid",
    balance: { paid: total, refunded: 0, refunding: 0, due: 0 },
  });
  expect(failed.events.map(({ type }) => type).slice(-2)).toEqual(["order.refunded", "order.refund_failed"]);
  await deliver("order.refund_failed", { orderId: id });
  expect(mailsTo(shopper.email).map(({ parsed }) => parsed.subject)).toEqual([
    `Your refund for order ${failed.orderNumber} came back to us`,
  ]);
  // It is not repeated automatically, and earlier facts do no harm.
  await makeDue(shopper);
  await tendDuePayments();
  expect(await db.refund.count({ where: { paymentId } })).toBe(1);
  const again = await refundPaymentOf(id);
  expect(again.balance).toMatchObject({ refunded: 0, refunding: total });
});

test("an older notice about a refund that has since failed changes nothing", async () => {
  const { id, paymentId, seen } = await buySlowly();
  await refundPaymentOf(id);
  gateway.endRefunds(paymentId, "done");
  const done = gateway.notices.length - 1;
  gateway.endRefunds(paymentId, "failed");
  await sendNotice();
  gateway.notices.push({ ...(gateway.notices[done] as (typeof gateway.notices)[number]), eventId: "late" });
  await sendNotice();
  expect(await seen()).toMatchObject({ paymentStatus: "paid", balance: { refunded: 0, refunding: 0 } });
});

test("a cancelled order whose refund fails is not refunded again automatically", async () => {
  const { shopper, id, total, paymentId, seen } = await buySlowly();
  await moveOrder(asShop, { id }, [cancel]);
  await makeDue(shopper);
  await tendDuePayments();
  expect((await seen()).balance).toEqual({ paid: total, refunded: 0, refunding: total, due: 0 });
  gateway.endRefunds(paymentId, "failed");
  await makeDue(shopper);
  for (const _ of [1, 2]) await tendDuePayments();
  expect(await seen()).toMatchObject({
    status: "cancelled",
    paymentStatus: "paid",
    balance: { refunding: 0 },
  });
  expect(await db.refund.findMany({ where: { paymentId } })).toMatchObject([{ state: "failed" }]);
  expect((await db.payment.findUniqueOrThrow({ where: { id: paymentId } })).dueAt).toBeNull();
});
