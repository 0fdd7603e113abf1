import { beforeEach, expect, test } from "vitest";
import { addShipment, changePayment, changeShipment, moveOrder } from "#lib/commerce/order/index.ts";
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

const tracking = { carrier: "DHL", trackingNumber: "JD014600", trackingUrl: "https://dhl.example/JD014600" };

beforeEach(() => {
  inbox.received.length = 0;
});

const shippedMails = () =>
  inbox.received.filter(({ parsed }) => parsed.messageId?.includes(".shipped.")).map(({ parsed }) => parsed);

/** Ships a part of an order of three, or the rest, and delivers the queued event. */
async function ship(orderId: string, lines: { lineId: string; quantity: number }[]) {
  await moveOrder(asShop, { id: orderId }, [addShipment({ lines, tracking })]);
  const { id: shipmentId } = await db.shipment.findFirstOrThrow({
    where: { orderId },
    orderBy: { id: "desc" },
  });
  const [job] = await db.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from pgboss.job where name = 'order-mail' and data ->> 'shipmentId' = ${shipmentId}`;
  expect(job?.count).toBe(1);
  for (let times = 0; times < 3; times++) await deliver("order.shipped", { orderId, shipmentId });
}

test("a guest gets one mail per parcel: its content, its tracking, the link that opens the order", async () => {
  const { order, email } = await buy({ variant: await makeVariant(), quantity: 3 });
  const [line] = order.lines;
  if (!line) throw new Error("The order has no line");
  await ship(order.id, [{ lineId: line.id, quantity: 1 }]);
  const [mail, ...more] = shippedMails();
  expect(more).toEqual([]);
  expect(mail?.to).toMatchObject([{ address: email }]);
  expect(mail?.subject).toBe(`Part of your order ${order.orderNumber} is on its way`);
  for (const said of [line.name, "× 1", "DHL", "JD014600", tracking.trackingUrl])
    expect(mail?.text).toContain(said);
  expect(mail?.text).not.toMatch(/^Expected /m);
  const [, token = ""] = mail?.text?.match(/order-status\/([\w-]{43})/) ?? [];
  expect(orderOf(await call(trackOrder, { params: { token } })).id).toBe(order.id);
  await ship(order.id, [{ lineId: line.id, quantity: 2 }]);
  expect(shippedMails()).toHaveLength(2);
  expect(shippedMails()[1]?.subject).toBe(`The rest of your order ${order.orderNumber} is on its way`);
  expect(shippedMails()[1]?.text).toContain("× 2");
});

test("an account gets it too, with a link to the order in the account", async () => {
  const session = await signUp();
  const { order } = await buy({ variant: await makeVariant(), session, email: session.email });
  await moveOrder(asShop, { id: order.id }, [changePayment("paid")]);
  await ship(order.id, []);
  const [mail, ...more] = shippedMails();
  expect(more).toEqual([]);
  expect(mail?.subject).toBe(`Your order ${order.orderNumber} is on its way`);
  expect(mail?.text).toContain(`/account/orders/${order.id}`);
  // Of an order that was paid, the days are known.
  expect(mail?.text).toMatch(/^Expected \w{3},\s\w{3}\s\d+/m);
  expect(mail?.text).not.toContain("order-status");
});

test("setting an order to shipped without a shipment sends no mail", async () => {
  const { order } = await buy({ variant: await makeVariant() });
  await moveOrder(asShop, { id: order.id }, [changeShipment("shipped")]);
  await deliver("order.shipped", { orderId: order.id });
  expect(shippedMails()).toEqual([]);
});
