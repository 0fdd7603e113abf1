import { expect, test } from "vitest";
import { stockOf } from "#test/support/catalogue.ts";
import { boughtThings, move } from "#test/support/commercetools/bought-things.ts";
import { guestToken, type Reply, send } from "#test/support/commercetools/call.ts";
import { expectError, type order, update } from "#test/support/commercetools/shop.ts";
import { countJobs } from "#test/support/jobs.ts";

test("an operator fulfils through the API, and the shopper sees it", async () => {
  const { token, order, asShopper } = await boughtThings();
  const paid = await move(token, order, [
    { action: "changePaymentState", paymentState: "Paid" },
    { action: "changeOrderState", orderState: "Confirmed" },
  ]);
  expect(paid).toMatchObject({ version: order.version + 1, paymentState: "Paid", orderState: "Confirmed" });
  const trackingData = { trackingId: "1Z999", carrier: "UPS" };
  const sent = await move(token, paid, [{ action: "addDelivery", parcels: [{ trackingData }] }]);
  expect(sent).toMatchObject({
    shipmentState: "Shipped",
    shippingInfo: { deliveries: [{ items: [{ quantity: 2 }], parcels: [{ trackingData }] }] },
  });
  await move(token, sent, [{ action: "changeShipmentState", shipmentState: "Delivered" }]);
  expect(await asShopper()).toMatchObject({
    status: "delivered",
    paymentStatus: "paid",
    fulfillmentStatus: "delivered",
    shipments: [
      { carrier: "UPS", trackingNumber: "1Z999", trackingUrl: "https://www.ups.com/track?tracknum=1Z999" },
    ],
    events: ["placed", "paid", "confirmed", "shipped", "delivered"].map((word) => ({
      type: `order.${word}`,
    })),
  });
});

test("a cancelled order returns what it took, and cannot be shipped", async () => {
  const { token, order, variant } = await boughtThings();
  const cancelled = await move(token, order, [{ action: "changeOrderState", orderState: "Cancelled" }]);
  expect(cancelled).toMatchObject({ orderState: "Cancelled", completedAt: expect.any(String) });
  expect(await stockOf(variant)).toBe(100);
  expect(await countJobs("order.cancelled", order.id)).toBe(1);
  expectError(
    await update(token, cancelled, [{ action: "addDelivery" }], "/orders"),
    400,
    "InvalidOperation",
  );
});

test("a shipped order cannot be cancelled; steps apply all or none", async () => {
  const { token, order } = await boughtThings();
  const sentThenCancelled = [
    { action: "addDelivery" },
    { action: "changeOrderState", orderState: "Cancelled" },
  ];
  expectError(await update(token, order, sentThenCancelled, "/orders"), 400, "InvalidOperation");
  expect((await send("GET", `/orders/${order.id}`, { token })).body).toEqual(order);
});

const shipmentStates = [
  "Pending",
  "Ready",
  "Delayed",
  "Backorder",
  "Canceled",
  "Partial",
  "Shipped",
  "Delivered",
];

test("every documented value of a state is accepted, returned and found", async () => {
  const { token, order } = await boughtThings();
  const take = async (actions: object[]) => {
    const now = (await send("GET", `/orders/${order.id}`, { token })).body;
    return move(token, now, actions);
  };
  for (const shipmentState of [...shipmentStates, ...shipmentStates.toReversed()]) {
    const body = await take([{ action: "changeShipmentState", shipmentState }]);
    expect(body).toMatchObject({ shipmentState });
    const where = encodeURIComponent(`id = "${order.id}" and shipmentState = "${shipmentState}"`);
    expect((await send("GET", `/orders?where=${where}`, { token })).body).toMatchObject({ results: [body] });
  }
  for (const paymentState of ["BalanceDue", "Failed", "Pending", "Paid", "CreditOwed"]) {
    expect(await take([{ action: "changePaymentState", paymentState }])).toMatchObject({ paymentState });
  }
});

test("a merchant's shipment state advances the shopper's view, never reverts it", async () => {
  const { token, order, asShopper } = await boughtThings();
  const word = (seen: typeof order, shipmentState: string) =>
    move(token, seen, [{ action: "changeShipmentState", shipmentState }]);
  const delayed = await word(order, "Delayed");
  expect(await asShopper()).toMatchObject({ fulfillmentStatus: "unfulfilled" });
  const items = [{ id: order.lineItems[0].id, quantity: 1 }];
  const partly = await move(token, delayed, [{ action: "addDelivery", items }]);
  expect(partly.shipmentState).toBe("Partial");
  const backorder = await word(partly, "Backorder");
  expect(await asShopper()).toMatchObject({ fulfillmentStatus: "partially_fulfilled" });
  const sent = await word(backorder, "Shipped");
  expect(await word(sent, "Pending")).toMatchObject({ shipmentState: "Pending" });
  expect(await asShopper()).toMatchObject({ status: "fulfilled", fulfillmentStatus: "fulfilled" });
});

test("the shipment of a cancelled order can be called off, and nothing else", async () => {
  const { token, order } = await boughtThings();
  const cancelled = await move(token, order, [{ action: "changeOrderState", orderState: "Cancelled" }]);
  const off = [{ action: "changeShipmentState", shipmentState: "Canceled" }];
  const after = await move(token, cancelled, off);
  expect(after.shipmentState).toBe("Canceled");
  const ready = [{ action: "changeShipmentState", shipmentState: "Ready" }];
  expectError(await update(token, after, ready, "/orders"), 400, "InvalidOperation");
});

test("versions are checked, and actions without effect keep the version", async () => {
  const { token, order } = await boughtThings();
  const open = { action: "changeOrderState", orderState: "Open" };
  expect(await move(token, order, [open])).toEqual(order);
  const stale = await update(token, { ...order, version: 9 }, [open], "/orders");
  expectError(stale, 409, "ConcurrentModification", { currentVersion: order.version });
});

test("a shopper's token cannot change an order", async () => {
  const { order } = await boughtThings();
  const { token } = await guestToken();
  const reply: Reply = await update(token, order, [{ action: "addDelivery" }], "/orders");
  expectError(reply, 403, "insufficient_scope");
});
