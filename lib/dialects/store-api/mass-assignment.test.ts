import { expect, test } from "vitest";
import {
  applyCoupon,
  getCart,
  setCartAddress as setAddress,
  setShippingMethod as setMethod,
} from "#lib/dialects/store-api/routes/cart.ts";
import { placeOrder } from "#lib/dialects/store-api/routes/checkout.ts";
import {
  addCartLine as addLine,
  changeCartLine as changeLine,
} from "#lib/dialects/store-api/routes/lines.ts";
import { db } from "#lib/platform/database/db.ts";
import { newId } from "#lib/platform/ids.ts";
import { usAddress } from "#test/support/addresses.ts";
import { call } from "#test/support/call.ts";
import { makeDiscount, makeShippingMethod, makeVariant, stockOf } from "#test/support/catalogue.ts";
import { giveContact } from "#test/support/checkout.ts";
import { cartOf, orderOf } from "#test/support/expect.ts";
import { signUp, startGuestSession } from "#test/support/sessions.ts";

/** Fields that an attacker would add to a body in the hope that they are written. */
async function greed() {
  const { userId } = await signUp();
  return {
    id: newId(),
    userId,
    user_id: userId,
    anonymousId: userId,
    isAnonymous: false,
    role: "admin",
    emailVerified: true,
    version: 99,
    status: "ordered",
    paymentStatus: "paid",
    fulfillmentStatus: "delivered",
    orderNumber: "SC-00000000",
    currency: "EUR",
    price: 1,
    unitPrice: 1,
    shownPrice: 1,
    amount: 1,
    total: 1,
    totals: { subtotal: 1, discount: 0, shipping: 0, tax: 0, total: 1 },
    tax: 0,
    shipping: 0,
    discount: 100,
    usedCount: 0,
    tokenHash: "x",
    createdAt: "2000-01-01T00:00:00Z",
    placedAt: "2000-01-01T00:00:00Z",
    reference: "paid-elsewhere",
    needs: { contact: false, shippingMethod: false },
    merchantNumber: "1",
    idempotencyKey: "x",
  };
}

test("unknown fields, in every body up to the order, change nothing", async () => {
  const extra = await greed();
  const session = await startGuestSession();
  const variant = await makeVariant({ stock: 10 });
  const [method, discount] = [await makeShippingMethod(), await makeDiscount()];
  const { cart } = await call(addLine, {
    session,
    body: { ...extra, variantId: variant.variantId, quantity: 1 },
  });
  const at = { session, cart };
  const [line] = cartOf(await call(getCart, at)).lines;
  await call(changeLine, { ...at, params: { lineId: line?.id ?? "" }, body: { ...extra, quantity: 2 } });
  await giveContact(at, { email: "guest@example.com" });
  const address = { ...usAddress, id: extra.id, userId: extra.userId, isDefault: true };
  await call(setAddress, { ...at, body: { ...extra, shippingAddress: address } });
  await call(applyCoupon, { ...at, body: { ...extra, code: discount.code, value: 100 } });
  await call(setMethod, { ...at, body: { ...extra, shippingMethodId: method.id } });

  const before = cartOf(await call(getCart, at));
  expect(before).toMatchObject({
    currency: "USD",
    lines: [{ id: line?.id, quantity: 2, unitPrice: 1000, lineTotal: 2000 }],
    shippingAddress: usAddress,
    totals: { subtotal: 2000, discount: 200, shipping: 500, tax: 144, total: 2444 },
  });
  expect(await db.cart.findUnique({ where: { id: before.id } })).toMatchObject({
    status: "active",
    userId: session.userId,
    anonymousId: session.userId,
    version: before.version,
  });

  const body = {
    ...extra,
    paymentProvider: "bank-transfer",
    cart: { id: extra.id },
    cartVersion: before.version,
  };
  const order = orderOf(await call(placeOrder, { ...at, body }));
  expect(order).toMatchObject({
    status: "pending",
    paymentStatus: "pending",
    fulfillmentStatus: "unfulfilled",
    currency: "USD",
    totals: before.totals,
    shippingAddress: usAddress,
  });
  expect(order.orderNumber).not.toBe(extra.orderNumber);
  const row = await db.order.findUniqueOrThrow({ where: { id: order.id } });
  expect(row).toMatchObject({ userId: session.userId, anonymousId: session.userId, merchantNumber: null });
  expect(row.placedAt.getTime()).toBeGreaterThan(Date.now() - 60_000);
  expect(await stockOf(variant)).toBe(8);
  expect(await db.discount.findUnique({ where: { id: discount.id } })).toMatchObject({
    value: 10n,
    usedCount: 1,
  });
  expect(await db.user.findUnique({ where: { id: session.userId } })).toMatchObject({ isAnonymous: true });
});
