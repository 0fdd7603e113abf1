import { beforeEach, expect, test } from "vitest";
import { asShop } from "#lib/platform/context.ts";
import { db } from "#lib/platform/database/db.ts";
import { env } from "#lib/platform/env.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { type AtTheTill, atTheTill, makeDue, pay } from "#test/payment/checkout.ts";
import { openGateway } from "#test/payment/gateway.ts";
import { offer } from "#test/payment/offer.ts";
import { refundPaymentOf } from "#test/payment/refund.ts";
import { deliver } from "#test/support/deliver.ts";
import { openInbox } from "#test/support/inbox.ts";
import {
  addShipment,
  cancel,
  changePayment,
  getOrder,
  moveOrder,
  type Order,
  paymentRecords,
  tendDuePayments,
} from "../index.ts";

const gateway = openGateway();
offer(gateway.provider);
await openInbox();
beforeEach(() => gateway.failBy(() => "none"));

const program = { actor: { type: "api-client", clientId: "", scopes: [] } } as const;

async function buy(how: Parameters<typeof pay>[1] = {}): Promise<{ shopper: AtTheTill; order: Order }> {
  const shopper = await atTheTill();
  const placed = await pay(shopper, { paymentMethod: "direct", ...how });
  if (placed.attempt) throw new Error("It leads elsewhere");
  return { shopper, order: placed.order };
}

test("a part is refunded, then the rest; the order shows it, and not a cent more is refunded", async () => {
  const { order } = await buy();
  const { total } = order.totals;
  const partly = await refundPaymentOf(order.id, 1000);
  expect(partly).toMatchObject({
    paymentStatus: "paid",
    balance: { paid: total, refunded: 1000, due: 0 },
  });
  expect(partly.events.at(-1)).toMatchObject({ type: "order.refunded", amount: 1000 });
  await expect(refundPaymentOf(order.id, total - 999)).rejects.toMatchObject({
    code: "bad_request",
  });
  const whole = await refundPaymentOf(order.id);
  expect(whole).toMatchObject({ paymentStatus: "refunded", balance: { paid: total, refunded: total } });
  await expect(refundPaymentOf(order.id)).rejects.toMatchObject({
    message: "Nothing is left to refund.",
  });
});

test.each([0, -1, 0.5, Number.NaN, Number.MAX_VALUE])("%s is not a valid refund amount", async (amount) => {
  const { order } = await buy();
  const { id } = await db.payment.findFirstOrThrow({ where: { orderId: order.id } });
  const asked = perform(paymentRecords.manage, program, {
    id,
    version: null,
    actions: [{ kind: "refund", amount }],
  });
  await expect(asked).rejects.toMatchObject({ code: "validation_failed" });
});

test("two concurrent full refunds refund once", async () => {
  const { shopper, order } = await buy();
  const all = () => refundPaymentOf(order.id);
  const results = await Promise.allSettled([all(), all(), all()]);
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const { balance } = await getOrder(shopper.ctx, { id: order.id });
  expect(balance.refunded).toBe(order.totals.total);
});

test("a refund at an unreachable provider is retried by the worker, with the same key", async () => {
  const { shopper, order } = await buy();
  gateway.failBy((call) => (call === "refund" ? "cut" : "none"));
  const asked = await refundPaymentOf(order.id, 700);
  expect(asked.balance.refunded).toBe(0);
  gateway.failBy(() => "none");
  await makeDue(shopper);
  await tendDuePayments();
  expect((await getOrder(shopper.ctx, { id: order.id })).balance.refunded).toBe(700);
  const session = gateway.sessions().find(({ refunds }) => [...refunds.values()].includes(700));
  expect([session?.refunded, session?.refunds.size]).toEqual([700, 1]);
});

test("a shopper cannot refund", async () => {
  const { shopper, order } = await buy();
  const { id } = await db.payment.findFirstOrThrow({ where: { orderId: order.id } });
  const change = { id, version: null, actions: [{ kind: "refund" as const, amount: null }] };
  await expect(perform(paymentRecords.manage, shopper.ctx, change)).rejects.toMatchObject({
    code: "unauthenticated",
  });
  expect((await getOrder(asShop, { id: order.id })).balance).toMatchObject({ refunded: 0, refunding: 0 });
});

test("money that came without a provider is returned without one: the order shows what the merchant says", async () => {
  const { order } = await buy({ paymentProvider: "bank-transfer", paymentMethod: undefined });
  const { total } = order.totals;
  expect(order.balance).toEqual({ paid: 0, refunded: 0, refunding: 0, due: total });
  const paid = await moveOrder(asShop, { id: order.id }, [changePayment("paid")]);
  expect(paid.balance).toEqual({ paid: total, refunded: 0, refunding: 0, due: 0 });
  const back = await refundPaymentOf(order.id, 500);
  expect(back.balance).toEqual({ paid: total, refunded: 500, refunding: 0, due: 0 });
});

test("an authorization is captured with the first parcel, or released if the order is cancelled", async () => {
  env.CAPTURE = "on-shipping";
  const sent = await buy();
  const off = await buy();
  env.CAPTURE = "on-placement";
  for (const { order } of [sent, off]) {
    expect(order).toMatchObject({ status: "confirmed", paymentStatus: "authorized" });
    expect(order.balance).toEqual({ paid: 0, refunded: 0, refunding: 0, due: order.totals.total });
  }
  await tendDuePayments();
  expect(await getOrder(sent.shopper.ctx, { id: sent.order.id })).toMatchObject({
    paymentStatus: "authorized",
  });
  await moveOrder(asShop, { id: sent.order.id }, [addShipment({ lines: [], tracking: null })]);
  await deliver("order.shipped", { orderId: sent.order.id });
  const taken = await getOrder(sent.shopper.ctx, { id: sent.order.id });
  expect(taken).toMatchObject({ paymentStatus: "paid", balance: { paid: taken.totals.total, due: 0 } });
  expect(taken.events.map(({ type }) => type)).toContain("order.paid");
  await moveOrder(asShop, { id: off.order.id }, [cancel]);
  await deliver("order.cancelled", { orderId: off.order.id });
  expect(await getOrder(off.shopper.ctx, { id: off.order.id })).toMatchObject({ paymentStatus: "voided" });
});
