import { beforeEach, expect, test } from "vitest";
import { openGateway } from "#test/payment/gateway.ts";
import { offer } from "#test/payment/offer.ts";
import { guestToken, send, serverToken } from "#test/support/commercetools/call.ts";
import { buy, usd } from "#test/support/commercetools/paid-order.ts";
import { expectError, update } from "#test/support/commercetools/shop.ts";

const gateway = openGateway();
offer(gateway.provider);
beforeEach(() => gateway.failBy(() => "none"));

const token = await serverToken();

const orderNow = async (id: string) => (await send("GET", `/orders/${id}`, { token })).body;

test("what cannot be done is rejected, and the error names it", async () => {
  const { payment } = await buy(token);
  const adding = (transaction: object) =>
    update(token, payment, [{ action: "addTransaction", transaction }], "/payments");
  const refund = { type: "Refund", amount: usd(1) };
  for (const member of ["timestamp", "interactionId", "interfaceId", "custom"])
    expectError(await adding({ ...refund, [member]: "x" }), 400, "InvalidField", {
      field: expect.stringContaining(member),
    });
  expectError(await adding({ ...refund, state: "Success" }), 400, "InvalidField");
  expectError(await adding({ ...refund, type: "Authorization" }), 400, "InvalidJsonInput");
  const euros = await adding({ ...refund, amount: { currencyCode: "EUR", centAmount: 1 } });
  expectError(euros, 400, "InvalidOperation");
  expect(euros.body.message).toBe("The payment is in USD.");
  expectError(
    await update(token, payment, [{ action: "setKey", key: "x" }], "/payments"),
    400,
    "InvalidJsonInput",
  );
});

test("shoppers see the reference on their order, and no payment", async () => {
  const { payment } = await buy(token);
  const { token: guest } = await guestToken();
  for (const reply of [
    await send("GET", "/payments", { token: guest }),
    await send("GET", `/payments/${payment.id}`, { token: guest }),
    await send("POST", `/payments/${payment.id}`, { token: guest, body: { version: 1, actions: [] } }),
  ])
    expectError(reply, 403, "insufficient_scope");
});

test("the payment state of an order that was paid at a provider cannot contradict its money", async () => {
  const { id, order } = await buy(token);
  for (const paymentState of ["Pending", "BalanceDue", "Failed", "CreditOwed"]) {
    const action = { action: "changePaymentState", paymentState };
    const reply = await update(token, order, [action], "/orders");
    expectError(reply, 400, "InvalidOperation");
    expect(reply.body.message).toBe(
      "The payment of this order is made with Gateway. Capture, refund or cancel that payment instead.",
    );
  }
  const { paymentInfo: _, ...rest } = order;
  expect(await orderNow(id)).toMatchObject(rest);
});
