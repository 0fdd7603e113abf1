import { afterAll, beforeEach, expect, test } from "vitest";
import { startSmtpSink } from "#test/mail/smtp-sink.ts";

const sink = await startSmtpSink();
// The configuration is read on the first import that needs it.
process.env.SMTP_URL = `smtp://127.0.0.1:${sink.port}`;
const { db } = await import("#lib/platform/db.ts");
const { deliver } = await import("#test/support/deliver.ts");
const { expireUnpaidOrders } = await import("#lib/commerce/order/index.ts");
const { makeVariant } = await import("#test/support/catalogue.ts");
const { buy } = await import("#test/support/checkout.ts");
const { call } = await import("#test/support/call.ts");
const { orderOf } = await import("#test/support/expect.ts");
const { signUp } = await import("#test/support/sessions.ts");
const { trackOrder } = await import("#lib/guest-checkout/routes.ts");

beforeEach(() => {
  sink.received.length = 0;
});
afterAll(() => sink.stop());

async function expire(id: string) {
  await db.order.update({ where: { id }, data: { placedAt: new Date("2026-01-01") } });
  expect(await expireUnpaidOrders()).toBe(1);
  sink.received.length = 0;
  for (let times = 0; times < 3; times++) await deliver("order.expired", { orderId: id });
  expect(sink.received).toHaveLength(1);
  return sink.received[0];
}

test("a guest gets one mail about an expired order, with the link that opens it", async () => {
  const { order, email } = await buy({ variant: await makeVariant() });
  const mail = await expire(order.id);
  expect(mail?.recipients).toEqual([email]);
  expect(mail?.parsed.subject).toBe(`Your order ${order.orderNumber} was cancelled`);
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
