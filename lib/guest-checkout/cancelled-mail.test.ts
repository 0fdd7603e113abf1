import { beforeEach, expect, test } from "vitest";
import { cancel, expireUnpaidOrders, moveOrder } from "#lib/commerce/order/index.ts";
import { trackOrder } from "#lib/guest-checkout/routes.ts";
import { asShop } from "#lib/platform/context.ts";
import { db } from "#lib/platform/database/db.ts";
import { call } from "#test/support/call.ts";
import { makeVariant } from "#test/support/catalogue.ts";
import { buy } from "#test/support/checkout.ts";
import { deliver } from "#test/support/deliver.ts";
import { orderOf } from "#test/support/expect.ts";
import { openInbox } from "#test/support/inbox.ts";
import { signUp } from "#test/support/sessions.ts";

const inbox = await openInbox();

beforeEach(() => {
  inbox.received.length = 0;
});

const subjects = () => inbox.received.map(({ parsed }) => parsed.subject);

async function cancelled(orderId: string): Promise<void> {
  await moveOrder(asShop, { id: orderId }, [cancel]);
  for (let times = 0; times < 2; times++) await deliver("order.cancelled", { orderId });
}

test("a guest whose order is cancelled gets one mail about it, with the link that opens the order", async () => {
  const { order, email } = await buy({ variant: await makeVariant() });
  await deliver("order.placed", { orderId: order.id });
  await cancelled(order.id);
  await deliver("order.placed", { orderId: order.id });
  expect(subjects()).toEqual([
    `Your order ${order.orderNumber} is in`,
    `Your order ${order.orderNumber} was cancelled`,
  ]);
  const mail = inbox.received[1];
  expect(mail?.recipients).toEqual([email]);
  const [, token = ""] = mail?.parsed.text?.match(/order-status\/([\w-]{43})/) ?? [];
  expect(orderOf(await call(trackOrder, { params: { token } })).status).toBe("cancelled");
});

test("an order that is cancelled before its confirmation was sent: one mail says both", async () => {
  const { order } = await buy({ variant: await makeVariant() });
  await cancelled(order.id);
  await deliver("order.placed", { orderId: order.id });
  expect(subjects()).toEqual([`Your order ${order.orderNumber} was cancelled`]);
});

test("an account gets it too, with a link to the order in the account", async () => {
  const session = await signUp();
  const { order } = await buy({ variant: await makeVariant(), session, email: session.email });
  inbox.received.length = 0;
  await cancelled(order.id);
  expect(subjects()).toEqual([`Your order ${order.orderNumber} was cancelled`]);
  expect(inbox.received[0]?.parsed.text).toContain(`/account/orders/${order.id}`);
});

test("an order that was never paid gets the mail that says so, and no other", async () => {
  const { order } = await buy({ variant: await makeVariant() });
  await db.order.update({ where: { id: order.id }, data: { placedAt: new Date("2026-01-01") } });
  expect(await expireUnpaidOrders()).toBe(1);
  await deliver("order.cancelled", { orderId: order.id });
  expect(inbox.received).toEqual([]);
});
