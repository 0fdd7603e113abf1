import { afterAll, expect, test, vi } from "vitest";
import { GET as track } from "#app/store/guest/orders/[token]/route.ts";
import { call } from "#lib/testing/call.ts";
import { makeVariant } from "#lib/testing/catalogue.ts";
import { guestEmail } from "#lib/testing/checkout.ts";
import { guestToken, serverToken } from "#lib/testing/commercetools/call.ts";
import { order, readyCart, updated } from "#lib/testing/commercetools/shop.ts";
import { confirmByMail } from "#lib/testing/guest-link.ts";

const inbox = await vi.hoisted(async () => (await import("#lib/testing/inbox.ts")).openInbox());
afterAll(() => inbox.stop());

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
