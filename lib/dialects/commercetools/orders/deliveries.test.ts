import { expect, test } from "vitest";
import { makeVariant } from "#test/support/catalogue.ts";
import { boughtThings, move } from "#test/support/commercetools/bought-things.ts";
import { guestToken, type Reply, serverToken } from "#test/support/commercetools/call.ts";
import { expectError, order, readyCart, update } from "#test/support/commercetools/shop.ts";

test("a parcel may be added after its delivery; only then the shopper sees it", async () => {
  const { token, order, asShopper } = await boughtThings();
  const items = [{ id: order.lineItems[0].id, quantity: 1 }];
  const part = await move(token, order, [{ action: "addDelivery", items }]);
  expect(part).toMatchObject({
    shipmentState: "Partial",
    shippingInfo: { deliveries: [{ items, parcels: [] }] },
  });
  expect(await asShopper()).toMatchObject({ fulfillmentStatus: "partially_fulfilled", shipments: [] });
  const [{ id: deliveryId }] = part.shippingInfo.deliveries;
  const trackingData = { trackingId: "JD0002", carrier: "DHL" };
  const parcel = { action: "addParcelToDelivery", deliveryId, trackingData };
  const tracked = await move(token, part, [parcel]);
  expect(await asShopper()).toMatchObject({
    shipments: [
      {
        carrier: "DHL",
        trackingNumber: "JD0002",
        trackingUrl: "https://www.dhl.com/global-en/home/tracking.html?tracking-id=JD0002",
      },
    ],
  });
  expectError(await update(token, tracked, [parcel], "/orders"), 400, "InvalidOperation");
  const parcels = [{ trackingData: { trackingId: "JD0003" } }];
  const rest = await move(token, tracked, [{ action: "addDelivery", items, parcels }]);
  expect(rest.shipmentState).toBe("Shipped");
  const sent = rest.shippingInfo.deliveries.map(({ parcels: [one] }: Reply["body"]) => one.trackingData);
  expect(sent).toEqual([
    { ...trackingData, isReturn: false },
    { trackingId: "JD0003", isReturn: false },
  ]);
  expectError(
    await update(token, rest, [{ action: "addDelivery", items }], "/orders"),
    400,
    "InvalidOperation",
  );
});

test("parcels of an order that was called shipped before can be recorded, and it stays shipped", async () => {
  const { token, order, asShopper } = await boughtThings();
  const delivery = (quantity: number, trackingId: string) => ({
    action: "addDelivery",
    items: [{ id: order.lineItems[0].id, quantity }],
    parcels: [{ trackingData: { trackingId, carrier: "UPS" } }],
  });
  const sent = await move(token, order, [
    { action: "changeShipmentState", shipmentState: "Shipped" },
    delivery(1, "1Z1"),
  ]);
  expect(sent.shipmentState).toBe("Shipped");
  const all = await move(token, sent, [delivery(1, "1Z2")]);
  expect(all.shipmentState).toBe("Shipped");
  expect(all.shippingInfo.deliveries).toHaveLength(2);
  expect(await asShopper()).toMatchObject({
    status: "fulfilled",
    fulfillmentStatus: "fulfilled",
    shipments: [{ trackingNumber: "1Z1" }, { trackingNumber: "1Z2" }],
  });
  expectError(await update(token, all, [delivery(1, "1Z3")], "/orders"), 400, "InvalidOperation");
});

test("an order's lines are those of its cart: same id, added at the same time", async () => {
  const { token: guest } = await guestToken();
  const begun = Date.now();
  const cart = await readyCart(guest, await makeVariant());
  const { body: placed } = await order(guest, cart);
  const [{ id, addedAt }] = cart.lineItems;
  expect(placed.lineItems).toMatchObject([{ id, addedAt }]);
  expect(Date.parse(addedAt)).toBeGreaterThanOrEqual(begun);
  expect(Date.parse(addedAt)).toBeLessThanOrEqual(Date.now());
});

test("an order without a shipping method can be delivered, and its shippingInfo has what clients require", async () => {
  const { token: guest } = await guestToken();
  const cart = await readyCart(guest, await makeVariant());
  const { body: placed } = await order(guest, cart);
  expect(placed).not.toHaveProperty("shippingInfo");
  const sent = await move(await serverToken(), placed, [{ action: "addDelivery" }]);
  const price = { type: "centPrecision", currencyCode: "USD", centAmount: 0, fractionDigits: 2 };
  expect(sent.shippingInfo).toEqual({
    shippingMethodName: "",
    price,
    shippingRate: { price, tiers: [] },
    shippingMethodState: "MatchesCart",
    deliveries: [expect.objectContaining({ items: [{ id: placed.lineItems[0].id, quantity: 1 }] })],
  });
});
