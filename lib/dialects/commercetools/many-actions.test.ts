import { beforeEach, expect, test } from "vitest";
import { atTheTill, pay } from "#test/payment/checkout.ts";
import { openGateway } from "#test/payment/gateway.ts";
import { offer } from "#test/payment/offer.ts";
import { guestToken, type Reply, send, serverToken } from "#test/support/commercetools/call.ts";
import { expectError, newCart, update } from "#test/support/commercetools/shop.ts";
import { statementsOf } from "#test/support/statements.ts";

// An update locks its order until it is done, so its statements must not grow with its actions.

const gateway = openGateway();
offer(gateway.provider);
beforeEach(() => gateway.failBy(() => "none"));

const token = await serverToken();
const read = async (path: string) => (await send("GET", path, { token })).body;

/** An order with its payment on the wire. */
async function buy(how: Parameters<typeof pay>[1]) {
  const placed = await pay(await atTheTill(), how);
  if (placed.attempt) throw new Error("It leads elsewhere");
  const order = await read(`/orders/${placed.order.id}`);
  return { order, payment: await read(`/payments/${order.paymentInfo.payments[0].id}`) };
}

const byTransfer = { paymentProvider: "bank-transfer", paymentMethod: undefined };

async function cost(work: () => Promise<Reply>) {
  let reply: Reply | undefined;
  const { length } = await statementsOf(async () => {
    reply = await work();
  });
  return { reply, statements: length };
}

test("500 refunds take as many statements as 20, and are refunded to the cent", async () => {
  const refund = { action: "addTransaction", transaction: { type: "Refund", amount: usd(1) } };
  const refunds = async (count: number) => {
    const { payment } = await buy({ paymentMethod: "direct" });
    const actions = Array.from({ length: count }, () => refund);
    return cost(() => update(token, payment, actions, "/payments"));
  };
  const some = await refunds(20);
  const many = await refunds(500);
  expect(many.reply?.body.transactions).toHaveLength(501);
  expect(many.statements).toBe(some.statements);
});

const usd = (centAmount: number) => ({ currencyCode: "USD", centAmount });

test("100 states of an order take as many statements as two, and make one version", async () => {
  const states = async (count: number) => {
    const { order } = await buy(byTransfer);
    const actions = Array.from({ length: count }, (_, index) => ({
      action: "changeShipmentState",
      shipmentState: ["Ready", "Delayed"][index % 2],
    }));
    const { reply, statements } = await cost(() => update(token, order, actions, "/orders"));
    expect(reply?.body).toMatchObject({ version: order.version + 1, shipmentState: "Delayed" });
    return statements;
  };
  expect(await states(100)).toBe(await states(2));
});

test("an order takes at most 100 actions at once, and at most 10 words about its payment", async () => {
  const { order } = await buy(byTransfer);
  const words = (count: number, ...actions: object[]) =>
    update(
      token,
      order,
      Array.from({ length: count }, (_, index) => actions[index % actions.length] ?? {}),
      "/orders",
    );
  const paid = { action: "changePaymentState", paymentState: "Paid" };
  const awaited = { action: "changePaymentState", paymentState: "Pending" };
  expectError(await words(11, paid, awaited), 400, "InvalidJsonInput");
  expectError(
    await words(101, { action: "changeShipmentState", shipmentState: "Ready" }),
    400,
    "InvalidJsonInput",
  );
  expect((await words(10, paid, awaited)).body).toMatchObject({ paymentState: "Pending" });
});

test("money is taken or given up once in a request", async () => {
  const { payment } = await buy({ paymentMethod: "direct" });
  const cancel = { action: "addTransaction", transaction: { type: "CancelAuthorization", amount: usd(1) } };
  expectError(await update(token, payment, [cancel, cancel], "/payments"), 400, "InvalidOperation");
});

test("a shopper changes a cart by at most 100 actions at once, a program by 500", async () => {
  const { token: guest } = await guestToken();
  const cart = await newCart(guest);
  const actions = (count: number) => Array.from({ length: count }, () => ({ action: "setCustomerEmail" }));
  expectError(await update(guest, cart, actions(101)), 400, "InvalidJsonInput");
  expect((await update(guest, cart, actions(100))).status).toBe(200);
  expectError(await update(token, cart, actions(501), "/carts"), 400, "InvalidJsonInput");
  expect((await update(token, cart, actions(500), "/carts")).status).toBe(200);
});
