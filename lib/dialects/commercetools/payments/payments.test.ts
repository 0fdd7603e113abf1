import { randomUUID } from "node:crypto";
import type * as current from "@commercetools/platform-sdk";
import { beforeEach, expect, expectTypeOf, test } from "vitest";
import { tendDuePayments } from "#lib/commerce/order/index.ts";
import { db } from "#lib/platform/database/db.ts";
import { env } from "#lib/platform/env.ts";
import { openGateway } from "#test/payment/gateway.ts";
import { offer } from "#test/payment/offer.ts";
import { send, serverToken } from "#test/support/commercetools/call.ts";
import { buy, usd, wireUsd } from "#test/support/commercetools/paid-order.ts";
import { expectError, update } from "#test/support/commercetools/shop.ts";
import type { WirePayment } from "./to-payment.ts";

const gateway = openGateway();
offer(gateway.provider);
beforeEach(() => gateway.failBy(() => "none"));

const token = await serverToken();

const add = (seen: { id: string; version: number }, type: string, centAmount: number) =>
  update(
    token,
    seen,
    [{ action: "addTransaction", transaction: { type, amount: usd(centAmount) } }],
    "/payments",
  );

const orderNow = async (id: string) => (await send("GET", `/orders/${id}`, { token })).body;

test("a payment has the shape of the SDK's", () => {
  expectTypeOf<Exclude<keyof WirePayment, keyof current.Payment>>().toBeNever();
  expectTypeOf<WirePayment["transactions"]>().toExtend<current.Payment["transactions"]>();
});

test("an order refers to its payment, which can be read and searched", async () => {
  const { id, total, order, payment } = await buy(token);
  expect(order.paymentInfo.payments).toEqual([{ typeId: "payment", id: payment.id, obj: payment }]);
  expect(payment).toEqual({
    id: payment.id,
    version: expect.any(Number),
    createdAt: expect.stringMatching(/^\d{4}-.*Z$/),
    lastModifiedAt: expect.stringMatching(/^\d{4}-.*Z$/),
    amountPlanned: wireUsd(total),
    interfaceId: `gw_${payment.id}`,
    anonymousId: order.anonymousId,
    paymentMethodInfo: { paymentInterface: "gateway", method: "direct", name: { en: "Gateway" } },
    paymentStatus: { interfaceCode: "captured" },
    transactions: [{ id: expect.any(String), type: "Charge", amount: wireUsd(total), state: "Success" }],
    interfaceInteractions: [],
  });
  const read = await send("GET", `/payments/${payment.id}`, { token });
  expect([read.status, read.body]).toEqual([200, payment]);
  const where = (text: string) => send("GET", `/payments?where=${encodeURIComponent(text)}`, { token });
  const found = await where(
    `interfaceId = "gw_${payment.id}" and paymentStatus(interfaceCode = "captured") and amountPlanned(centAmount = ${total})`,
  );
  expect([found.status, found.body]).toEqual([
    200,
    { limit: 20, offset: 0, count: 1, total: 1, results: [payment] },
  ]);
  expect((await where(`id = "${randomUUID()}"`)).body).toMatchObject({ count: 0, total: 0, results: [] });
  expectError(await where(`nothing = 1`), 400, "InvalidInput");
  expectError(await send("GET", `/payments/${id}`, { token }), 404, "ResourceNotFound");
});

test("a part is refunded, then the rest, and not a cent more; the order shows it", async () => {
  const { id, total, payment } = await buy(token);
  const partly = await add(payment, "Refund", 1000);
  expect(partly.status).toBe(200);
  expect(partly.body.transactions.slice(1)).toEqual([
    {
      id: expect.any(String),
      type: "Refund",
      timestamp: expect.any(String),
      amount: wireUsd(1000),
      state: "Success",
      interactionId: expect.any(String),
    },
  ]);
  expect(await orderNow(id)).toMatchObject({ paymentState: "Paid" });
  const tooMuch = await add(partly.body, "Refund", total);
  expectError(tooMuch, 400, "InvalidOperation");
  expect(tooMuch.body.message).toBe(`At most $${((total - 1000) / 100).toFixed(2)} can be refunded.`);
  const whole = await add(partly.body, "Refund", total - 1000);
  expect(whole.body).toMatchObject({ paymentStatus: { interfaceCode: "refunded" } });
  expect(await orderNow(id)).toMatchObject({ paymentState: "CreditOwed" });
  const stale = await add(payment, "Refund", 1);
  expectError(stale, 409, "ConcurrentModification", { currentVersion: whole.body.version });
  const nothing = await add(whole.body, "Refund", 1);
  expectError(nothing, 400, "InvalidOperation");
  expect(nothing.body.message).toBe("Nothing is left to refund.");
});

test("several transactions are added all or none", async () => {
  const { id, total, payment } = await buy(token);
  const refund = (centAmount: number) => ({
    action: "addTransaction",
    transaction: { type: "Refund", amount: usd(centAmount) },
  });
  expectError(await update(token, payment, [refund(1), refund(total)], "/payments"), 400, "InvalidOperation");
  expect((await send("GET", `/payments/${payment.id}`, { token })).body).toEqual(payment);
  const both = await update(token, payment, [refund(1), refund(2)], "/payments");
  expect(both.body.transactions).toHaveLength(3);
  expect(await orderNow(id)).toMatchObject({ paymentState: "Paid" });
});

test("of many refunds the worker makes those that are left, without waiting longer and longer", async () => {
  const { payment } = await buy(token);
  const refund = { action: "addTransaction", transaction: { type: "Refund", amount: usd(1) } };
  const many = Array.from({ length: 25 }, () => refund);
  expect((await update(token, payment, many, "/payments")).status).toBe(200);
  const left = () => db.refund.count({ where: { paymentId: payment.id, state: "asked" } });
  expect(await left()).toBe(15);
  for (const rest of [5, 0]) {
    await tendDuePayments();
    expect(await left()).toBe(rest);
  }
});

test("an authorization is charged, or cancelled", async () => {
  env.CAPTURE = "on-shipping";
  const [taken, given] = [await buy(token), await buy(token)];
  env.CAPTURE = "on-placement";
  const both = ["CancelAuthorization", "Charge"].map((type) => ({
    action: "addTransaction",
    transaction: { type, amount: usd(taken.total) },
  }));
  expectError(await update(token, taken.payment, both, "/payments"), 400, "InvalidOperation");
  expect(taken.payment.transactions).toMatchObject([{ type: "Authorization", state: "Success" }]);
  expectError(await add(taken.payment, "Charge", taken.total - 1), 400, "InvalidOperation");
  const charged = await add(taken.payment, "Charge", taken.total);
  expect(charged.body.transactions).toMatchObject([
    { type: "Authorization", state: "Success" },
    { type: "Charge", state: "Success", amount: wireUsd(taken.total) },
  ]);
  expect(await orderNow(taken.id)).toMatchObject({ paymentState: "Paid" });
  expectError(await add(charged.body, "Charge", taken.total), 400, "InvalidOperation");
  expectError(await add(charged.body, "CancelAuthorization", taken.total), 400, "InvalidOperation");
  const cancelled = await add(given.payment, "CancelAuthorization", given.total);
  expect(cancelled.body.transactions).toMatchObject([
    { type: "Authorization", state: "Success" },
    { type: "CancelAuthorization", state: "Success" },
  ]);
  expect(await orderNow(given.id)).toMatchObject({ paymentState: "Failed" });
});

test("while the provider is unreachable, the request is recorded", async () => {
  const { payment } = await buy(token);
  gateway.failBy((call) => (call === "refund" ? "down" : "none"));
  const asked = await add(payment, "Refund", 500);
  expect([asked.status, asked.body.transactions[1]]).toMatchObject([
    200,
    { type: "Refund", state: "Initial" },
  ]);
});

test("money that comes without a provider is recorded, and returned", async () => {
  const { id, total, payment } = await buy(token, {
    paymentProvider: "bank-transfer",
    paymentMethod: undefined,
  });
  expect(payment.transactions).toMatchObject([{ type: "Charge", state: "Initial" }]);
  expectError(await add(payment, "Refund", 1), 400, "InvalidOperation");
  const paid = await add(payment, "Charge", total);
  expect(paid.body.transactions).toMatchObject([{ type: "Charge", state: "Success" }]);
  expect(await orderNow(id)).toMatchObject({ paymentState: "Paid" });
  const back = await add(paid.body, "Refund", 300);
  expect(back.body.transactions).toMatchObject([{ type: "Charge" }, { type: "Refund", state: "Success" }]);
});
