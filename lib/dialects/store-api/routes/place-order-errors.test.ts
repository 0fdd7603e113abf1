import { describe, expect, test } from "vitest";
import { getCart, setCartAddress as setAddress } from "#lib/dialects/store-api/routes/cart.ts";
import { placeOrder } from "#lib/dialects/store-api/routes/checkout.ts";
import { db } from "#lib/platform/database/db.ts";
import { newId } from "#lib/platform/ids.ts";
import { usAddress } from "#test/support/addresses.ts";
import { call } from "#test/support/call.ts";
import { makeDiscount, makeVariant, setPrice, stockOf } from "#test/support/catalogue.ts";
import { fillCart, giveContact, place, readyToPlace } from "#test/support/checkout.ts";
import { cartOf, expectFailure, expectInvalid, orderOf } from "#test/support/expect.ts";
import { signUp, startGuestSession } from "#test/support/sessions.ts";

const body = { paymentProvider: "bank-transfer" };

describe("permission", () => {
  test("without a session: 401", async () => {
    const { cart } = await readyToPlace({ variant: await makeVariant() });
    const message = "Sign in, or start a guest session first";
    expectFailure(await call(placeOrder, { cart, body }), "unauthenticated", message);
    const dead = { token: "not-a-session", userId: newId() };
    expectFailure(await call(placeOrder, { session: dead, cart, body }), "unauthenticated", message);
  });

  test("without the cart's token: 400", async () => {
    const { session } = await readyToPlace({ variant: await makeVariant() });
    for (const cart of [undefined, "", "   "]) {
      const reply = await call(placeOrder, { session, cart, body });
      expectFailure(reply, "bad_request", "Say which cart to order, by its token");
    }
  });

  test("with somebody else's token, or an unknown one: the same 404", async () => {
    const { cart } = await readyToPlace({ variant: await makeVariant() });
    for (const stranger of [await startGuestSession(), await signUp()]) {
      expectFailure(await place({ session: stranger, cart }), "not_found", "Cart not found");
      expectFailure(await place({ session: stranger, cart: "x".repeat(43) }), "not_found", "Cart not found");
    }
  });

  test("with somebody else's ordered cart: 404, without the order", async () => {
    const ready = await readyToPlace({ variant: await makeVariant() });
    await place(ready);
    expectFailure(
      await place({ session: await startGuestSession(), cart: ready.cart }),
      "not_found",
      "Cart not found",
    );
  });
});

describe("required", () => {
  test("a line: CART_EMPTY", async () => {
    const session = await startGuestSession();
    const { cart } = await call(getCart, { session });
    expectFailure(await place({ session, cart }), "cart_empty", "The cart is empty");
  });

  test("a guest's contact: CONTACT_REQUIRED", async () => {
    const session = await startGuestSession();
    const cart = await fillCart(session, { variant: await makeVariant() });
    const message = "Say where to send the confirmation";
    expectFailure(await place({ session, cart }), "contact_required", message);
  });

  test("an address: ADDRESS_REQUIRED, even for an account, which needs no contact", async () => {
    const guest = await startGuestSession();
    const cart = await fillCart(guest, { variant: await makeVariant() });
    await giveContact({ session: guest, cart }, { email: "guest@example.com" });
    expectFailure(await place({ session: guest, cart }), "address_required", "Shipping address is not set.");
    const customer = await signUp();
    const theirs = await fillCart(customer, { variant: await makeVariant() });
    expectFailure(
      await place({ session: customer, cart: theirs }),
      "address_required",
      "Shipping address is not set.",
    );
  });

  test("a shipping method: SHIPPING_METHOD_REQUIRED, even when the chosen one is no longer offered", async () => {
    const session = await signUp();
    const cart = await fillCart(session, { variant: await makeVariant() });
    await call(setAddress, { session, cart, body: { shippingAddress: usAddress } });
    const message = "Choose how the order is sent";
    expectFailure(await place({ session, cart }), "shipping_method_required", message);
    const ready = await readyToPlace({ variant: await makeVariant() });
    await db.shippingMethod.update({ where: { id: ready.methodId }, data: { active: false } });
    expectFailure(await place(ready), "shipping_method_required", message);
  });

  test("a price: PRICE_NOT_AVAILABLE if the variant is no longer sold there", async () => {
    const variant = await makeVariant();
    const ready = await readyToPlace({ variant });
    await db.price.deleteMany({ where: { variantId: variant.variantId } });
    const { variantId, productId, sku, name } = variant;
    expectFailure(await place(ready), "price_not_available", `${name} is not sold in USD in this country`, [
      { variantId, variantNumber: 1, productId, sku, name, currency: "USD", country: "US" },
    ]);
  });

  test("a payment provider that the shop offers: PAYMENT_PROVIDER_REQUIRED, _NOT_ENABLED", async () => {
    const ready = await readyToPlace({ variant: await makeVariant() });
    expectFailure(await place(ready, { body: {} }), "payment_provider_required", "Choose how to pay");
    for (const body of [
      { paymentProvider: "gold" },
      { paymentProvider: "bank-transfer", paymentMethod: "card" },
    ]) {
      const reply = await place(ready, { body });
      expectFailure(reply, "payment_provider_not_enabled", "This way to pay is not offered");
    }
  });
});

describe("invalid requests", () => {
  test("fields are named: VALIDATION_ERROR", async () => {
    const ready = await readyToPlace({ variant: await makeVariant() });
    expectInvalid(
      await place(ready, {
        body: { paymentProvider: "", paymentMethod: 1, cartVersion: 0.5, expectedTotal: -1 },
      }),
      "paymentProvider",
      "paymentMethod",
      "cartVersion",
      "expectedTotal",
    );
    expectInvalid(await place(ready, { headers: { "idempotency-key": "" } }), "idempotency-key");
    expectInvalid(await place(ready, { headers: { "idempotency-key": "k".repeat(256) } }), "idempotency-key");
    expectInvalid(await place(ready, { headers: { "x-platform": "FAX" } }), "x-platform");
  });
});

describe("changed since the shopper looked", () => {
  test("a price: CART_CHANGED once, with the new price in the cart, then the order at the new price", async () => {
    const variant = await makeVariant();
    const ready = await readyToPlace({ variant, quantity: 2 });
    const before = cartOf(await call(getCart, ready));
    await setPrice(variant, 1250);
    expectFailure(await place(ready), "cart_changed", "The cart has changed. Look at it before you order.", [
      { what: "lines", was: 2000, is: 2500, lineIds: [before.lines[0]?.id] },
      { what: "tax", was: 160, is: 200 },
      { what: "total", was: before.totals.total, is: before.totals.total + 540 },
    ]);
    const after = cartOf(await call(getCart, ready));
    expect(after.totals.subtotal).toBe(2500);
    expect(after.version).toBeGreaterThan(before.version);
    const order = orderOf(await place(ready));
    expect(order.totals).toEqual(after.totals);
  });

  test("the cart, says its version: CART_CHANGED, and the right version places", async () => {
    const ready = await readyToPlace({ variant: await makeVariant() });
    for (const cartVersion of [ready.version - 1, ready.version + 1]) {
      const reply = await place(ready, { body: { ...body, cartVersion } });
      expectFailure(reply, "cart_changed", "The cart has changed. Look at it before you order.", [
        { what: "version", was: cartVersion, is: ready.version },
      ]);
    }
    orderOf(await place(ready, { body: { ...body, cartVersion: ready.version } }));
  });

  test("the stock: OUT_OF_STOCK names every short line, and nothing is taken", async () => {
    const [short, gone, plenty] = [await makeVariant(), await makeVariant(), await makeVariant()];
    const lines = [short, gone, plenty].map(({ variantId }) => ({ variantId, quantity: 3 }));
    const ready = await readyToPlace({ lines });
    await db.stock.update({ where: { variantId: short.variantId }, data: { quantity: 2 } });
    await db.stock.update({ where: { variantId: gone.variantId }, data: { quantity: 0 } });
    const reply = await place(ready);
    expectFailure(
      reply,
      "out_of_stock",
      `Not enough in stock: only 2 left of ${short.name}, ${gone.name} is sold out`,
      [short, gone].map(({ variantId, sku, name }, index) => ({
        lineId: expect.any(String),
        variantId,
        sku,
        name,
        requested: 3,
        available: index === 0 ? 2 : 0,
      })),
    );
    expect(await stockOf(plenty)).toBe(100);
    expect(await stockOf(short)).toBe(2);
  });

  test.each([
    ["used_up", { usageLimit: 1, usedCount: 1 }, "has been used up"],
    ["expired", { endsAt: new Date("2026-01-01T00:00:00Z") }, "has expired"],
  ])("a coupon that is %s: COUPON_NOT_APPLICABLE, and no full price unasked", async (reason, change, why) => {
    const variant = await makeVariant();
    const { id, code } = await makeDiscount();
    const ready = await readyToPlace({ variant, coupons: [code] });
    await db.discount.update({ where: { id }, data: change });
    expectFailure(await place(ready), "coupon_not_applicable", `${code} ${why}`, { code, reason });
    expect(await stockOf(variant)).toBe(100);
  });
});
