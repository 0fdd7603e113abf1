import { beforeEach, expect, test } from "vitest";
import { expireUnpaidOrders } from "#lib/commerce/order/index.ts";
import { trackOrder } from "#lib/guest-checkout/routes.ts";
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

async function expire(id: string) {
  await db.order.update({ where: { id }, data: { placedAt: new Date("2026-01-01") } });
  expect(await expireUnpaidOrders()).toBe(1);
  inbox.received.length = 0;
  for (let times = 0; times < 3; times++) await deliver("order.expired", { orderId: id });
  expect(inbox.received).toHaveLength(1);
  return inbox.received[0];
}

test("a guest gets one mail about an expired order, with the link that opens it", async () => {
  const { order, email } = await buy({ variant: await makeVariant() });
  const mail = await expire(order.id);
  expect(mail?.recipients).toEqual([email]);
  expect(mail?.parsed.subject).toBe(`Your order ${order.orderNumber} was cancelled`);
  expect(mail?.parsed.html).toContain(`<span style="white-space:nowrap">${order.orderNumber}</span>`);
  const [, token = ""] = mail?.parsed.text?.match(/order-status\/([\w-]{43})/) ?? [];
  expect(orderOf(await call(trackOrder, { params: { token } }))).toMatchObject({
    id: order.id,
    status: "cancelled",
  });
});

test("an account gets one mail, with a link to the order in the account", async () => {
  const session = await signUp();
  const { order } = await buy({ variant: await makeVariant(), session, email: session.email });
  const mail = await expire(order.id);
  expect(mail?.recipients).toEqual([session.email]);
  expect(mail?.parsed.text).toContain(`/account/orders/${order.id}`);
  expect(mail?.parsed.text).not.toContain("order-status");
});
