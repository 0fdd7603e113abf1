import { describe, expect, test } from "vitest";
import { getCart } from "#lib/dialects/store-api/routes/cart.ts";
import { getOrder } from "#lib/dialects/store-api/routes/orders.ts";
import { db } from "#lib/platform/database/db.ts";
import { deAddress, usAddress } from "#test/support/addresses.ts";
import { call } from "#test/support/call.ts";
import { makeDiscount, makeVariant, stockOf } from "#test/support/catalogue.ts";
import { fillCart, place, readyToPlace } from "#test/support/checkout.ts";
import { cartOf, orderOf } from "#test/support/expect.ts";
import { countJobs } from "#test/support/jobs.ts";
import { startGuestSession } from "#test/support/sessions.ts";

describe.each([
  ["bank-transfer", "bank_transfer", "pending", "pending", ["order.placed"]],
  ["cash-on-delivery", "cash", "confirmed", "pending", ["order.placed", "order.confirmed"]],
  ["demo-card", "card_succeeds", "confirmed", "paid", ["order.placed", "order.confirmed"]],
])("paid by %s", (paymentProvider, method, status, paymentStatus, events) => {
  test(`the order is ${status}, its payment ${paymentStatus}, and it has everything from the cart`, async () => {
    const variant = await makeVariant({ stock: 10 });
    const discount = await makeDiscount({ value: 15 });
    const ready = await readyToPlace({ variant, quantity: 3, coupons: [discount.code] });
    const cart = cartOf(await call(getCart, ready));
    const reply = await place(ready, { body: { paymentProvider } });
    const order = orderOf(reply);
    expect(reply.cart).toBe(ready.cart);
    expect(reply.headers.get("location")).toBe(`/store/orders/${order.id}`);
    expect(order).toEqual({
      id: expect.any(String),
      orderNumber: expect.stringMatching(/^SC-[0-9A-HJKMNP-TV-Z]{8}$/),
      status,
      paymentStatus,
      fulfillmentStatus: "unfulfilled",
      currency: "USD",
      locale: null,
      deliveryNote: null,
      placedAt: expect.any(String),
      contact: { email: ready.email, name: "Gale Guest", phone: "+12075550142" },
      lines: [
        {
          id: expect.any(String),
          variantId: variant.variantId,
          productId: variant.productId,
          sku: variant.sku,
          name: variant.name,
          variantTitle: "",
          image: "/products/thing.svg",
          quantity: 3,
          unitPrice: 1000,
          lineTotal: 3000,
        },
      ],
      coupons: [{ code: discount.code, amount: 450 }],
      totals: { subtotal: 3000, discount: 450, shipping: 500, tax: 204, total: 3254 },
      taxIncluded: false,
      shippingAddress: usAddress,
      billingAddress: usAddress,
      shippingMethod: cart.shippingMethod,
      payment: { provider: paymentProvider, method, status: paymentStatus },
      balance:
        paymentStatus === "paid"
          ? { paid: 3254, refunded: 0, refunding: 0, due: 0 }
          : { paid: 0, refunded: 0, refunding: 0, due: 3254 },
      shipments: [],
      events: events.map((type) => ({ type, at: order.placedAt, note: null })),
      cancellable: true,
    });
    expect(order.totals).toEqual(cart.totals);
    expect(await stockOf(variant)).toBe(7);
    expect(await countJobs("order.placed", order.id)).toBe(1);
    expect(await db.discount.findUnique({ where: { id: discount.id } })).toMatchObject({ usedCount: 1 });
    expect(orderOf(await call(getOrder, { session: ready.session, params: { id: order.id } }))).toEqual(
      order,
    );
  });
});

test("a guest who keeps shopping gets a new cart, which the old token does not open", async () => {
  const ready = await readyToPlace({ variant: await makeVariant() });
  await place(ready);
  const next = await call(getCart, ready);
  expect(next.cart).not.toBe(ready.cart);
  expect(cartOf(next)).toMatchObject({ lines: [], coupons: [], contact: null, shippingAddress: null });
});

test("a cart filled before any session is ordered by the guest who claims it", async () => {
  const variant = await makeVariant();
  const cart = await fillCart(undefined, { variant, quantity: 2 });
  const session = await startGuestSession();
  expect((await call(getCart, { session, cart })).cart).toBe(cart);
  await readyToPlace({ lines: [], session });
  const order = orderOf(await place({ session, cart }));
  expect(order.lines.map(({ sku, quantity }) => [sku, quantity])).toEqual([[variant.sku, 2]]);
});

test("an order to Germany is in euros, includes tax, and may have a US billing address", async () => {
  const session = await startGuestSession();
  const { cart } = await call(getCart, { session, query: { currency: "EUR", country: "DE" } });
  const address = { shippingAddress: deAddress, billingAddress: usAddress };
  const ready = await readyToPlace({ variant: await makeVariant(), session, address });
  expect(ready.cart).toBe(cart);
  expect(orderOf(await place(ready))).toMatchObject({
    currency: "EUR",
    taxIncluded: true,
    totals: { subtotal: 900, discount: 0, shipping: 450, tax: 216, total: 1350 },
    ...address,
  });
});

test("former provider ids are accepted", async () => {
  for (const [former, provider] of [
    ["manual", "bank-transfer"],
    ["cod", "cash-on-delivery"],
    ["test", "demo-card"],
  ]) {
    const ready = await readyToPlace({ variant: await makeVariant() });
    const order = orderOf(await place(ready, { body: { paymentProvider: former } }));
    expect(order.payment?.provider).toBe(provider);
  }
});
