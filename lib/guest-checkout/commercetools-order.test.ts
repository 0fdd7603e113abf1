import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { readerOf } from "#lib/commerce/notifications/reader-of.ts";
import { loadOrders } from "#lib/commerce/order/index.ts";
import { earnPoints } from "#lib/commerce/rewards/index.ts";
import { asShop } from "#lib/platform/context.ts";
import { db, Prisma } from "#lib/platform/database/db.ts";
import { call } from "#test/support/call.ts";
import { makeVariant } from "#test/support/catalogue.ts";
import { guestEmail } from "#test/support/checkout.ts";
import { customerToken, guestToken, send, serverToken } from "#test/support/commercetools/call.ts";
import { makeClient } from "#test/support/commercetools/clients.ts";
import { order, readyCart, updated } from "#test/support/commercetools/shop.ts";
import { confirmByMail } from "#test/support/guest-link.ts";
import { openInbox } from "#test/support/inbox.ts";
import { lookupOrder, trackOrder as track } from "./routes.ts";

const inbox = await openInbox();

test("a guest's order gets its mail, whose link shows where the order is", async () => {
  const { token } = await guestToken();
  const customerEmail = guestEmail();
  const placed = (await order(token, await readyCart(token, await makeVariant(), { customerEmail }))).body;
  const lookupToken = await confirmByMail(inbox, placed.id);
  const trackingData = { trackingId: "1Z999", carrier: "UPS" };
  const delivery = { action: "addDelivery", parcels: [{ trackingData }] };
  await updated(await serverToken(), placed, [delivery], "/orders");
  const { status, body } = await call(track, { params: { token: lookupToken } });
  expect(status).toBe(200);
  expect(body.data).toMatchObject({
    id: placed.id,
    contact: { email: customerEmail },
    fulfillmentStatus: "fulfilled",
    shipments: [{ carrier: "UPS", trackingNumber: "1Z999" }],
  });
});

test("a merchant's order number is the one that the mail and the page show", async () => {
  const { token } = await guestToken();
  const customerEmail = guestEmail();
  const orderNumber = `M-${randomUUID()}`;
  const { id, version } = await readyCart(token, await makeVariant(), { customerEmail });
  const body = { cart: { typeId: "cart", id }, version, orderNumber };
  const placed = (await send("POST", "/orders", { token: await serverToken(), body })).body;
  const lookupToken = await confirmByMail(inbox, placed.id);
  const { parsed } = await inbox.mailTo(customerEmail);
  const ours = (await db.order.findUniqueOrThrow({ where: { id: placed.id } })).orderNumber;
  for (const part of [parsed.subject, parsed.text, parsed.html]) {
    expect(part).toContain(orderNumber);
    expect(part).not.toContain(ours);
  }
  const shown = await call(track, { params: { token: lookupToken } });
  expect(shown.body.data).toMatchObject({ id: placed.id, orderNumber });
});

test("an account's order keeps the anonymousId of a cart that a guest began, and is not a guest's order", async () => {
  const anonymousId = `phone-${randomUUID()}`;
  const client = await makeClient();
  const { token: guest } = await guestToken(anonymousId, client);
  const email = guestEmail();
  const cart = await readyCart(guest, await makeVariant(), { customerEmail: email });
  const { customer } = (
    await send("POST", "/me/signup", { token: guest, body: { email, password: "secret" } })
  ).body;
  const token = await customerToken(email, "secret", client);
  const placed = (await order(token, (await send("GET", `/me/carts/${cart.id}`, { token })).body)).body;
  expect(placed).toMatchObject({ anonymousId, customerId: customer.id });
  const where = encodeURIComponent(`anonymousId = "${anonymousId}"`);
  const found = await send("GET", `/orders?where=${where}`, { token: await serverToken() });
  expect(found.body.results).toEqual([placed]);

  const body = { email, orderNumber: placed.orderNumber };
  expect((await call(lookupOrder, { body })).status).toBe(404);
  const [stored] = await loadOrders(asShop, Prisma.sql`where o.id = ${placed.id}::uuid`);
  expect(stored && (await readerOf(stored))).toMatchObject({ audience: "account" });
  await earnPoints([placed.id]);
  expect(await db.rewardEntry.count({ where: { orderId: placed.id } })).toBe(1);
});
