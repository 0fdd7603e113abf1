import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { db } from "#lib/platform/db.ts";
import { call } from "#test/support/call.ts";
import { makeVariant } from "#test/support/catalogue.ts";
import { guestEmail } from "#test/support/checkout.ts";
import { guestToken, send, serverToken } from "#test/support/commercetools/call.ts";
import { order, readyCart, updated } from "#test/support/commercetools/shop.ts";
import { confirmByMail } from "#test/support/guest-link.ts";
import { openInbox } from "#test/support/inbox.ts";
import { trackOrder as track } from "./routes.ts";

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
