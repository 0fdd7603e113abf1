import { expect, test } from "vitest";
import { applyCoupon, getCart } from "#lib/dialects/store-api/routes/cart.ts";
import { db } from "#lib/platform/database/db.ts";
import { cartRow, contentOf, merge, nothing, twoCarts } from "#test/cart/two-carts.ts";
import { usAddress } from "#test/support/addresses.ts";
import { call } from "#test/support/call.ts";
import { makeDiscount, makeShippingMethod, makeVariant } from "#test/support/catalogue.ts";
import { buy } from "#test/support/checkout.ts";
import { cartOf } from "#test/support/expect.ts";
import { signUp } from "#test/support/sessions.ts";

test("a cart in another currency stays a separate cart with all its lines", async () => {
  const variant = await makeVariant();
  const carts = await twoCarts([[variant, 1]], [[variant, 2]]);
  await db.cart.update({ where: { id: (await cartRow(carts.other)).id }, data: { currency: "EUR" } });
  const { cart, report } = await merge(carts);
  expect([cart.currency, contentOf(cart)]).toEqual(["EUR", [[variant.sku, 2]]]);
  expect(report).toBeNull();
  const own = cartOf(await call(getCart, { session: carts.customer, cart: carts.own }));
  expect([own.currency, contentOf(own)]).toEqual(["USD", [[variant.sku, 1]]]);
});

test("coupons of both carts are kept; used and expired ones are dropped and reported", async () => {
  const variant = await makeVariant();
  const [mine, theirs, ended] = [await makeDiscount(), await makeDiscount(), await makeDiscount()];
  const used = await makeDiscount({ oncePerCustomer: true });
  const customer = await signUp();
  await buy({ variant, session: customer, coupons: [used.code] });
  const carts = await twoCarts([[variant, 1]], [[variant, 1]], customer);
  await call(applyCoupon, { session: customer, cart: carts.own, body: { code: mine.code } });
  for (const { code } of [theirs, used, ended])
    expect((await call(applyCoupon, { cart: carts.other, body: { code } })).status).toBe(200);
  await db.discount.update({ where: { id: ended.id }, data: { endsAt: new Date() } });
  const { cart, report } = await merge(carts);
  expect(cart.coupons.map(({ code }) => code)).toEqual([mine.code, theirs.code]);
  expect(report).toEqual({ ...nothing, droppedCoupons: [used.code, ended.code] });
});

test("merging an empty cart leaves no second cart", async () => {
  const variant = await makeVariant();
  const carts = await twoCarts([[variant, 1]], [[variant, 1]]);
  await db.cartLine.deleteMany({ where: { cartId: (await cartRow(carts.other)).id } });
  const { cart } = await merge(carts);
  expect(contentOf(cart)).toEqual([[variant.sku, 1]]);
  expect((await cartRow(carts.other)).status).toBe("merged");
});

test("missing fields of the customer's cart are filled from the other; set ones stay", async () => {
  const variant = await makeVariant();
  const method = await makeShippingMethod();
  const contact = { email: "guest@example.com", contactName: "Gale", phone: "+12075550142" };
  const delivery = { shippingAddress: usAddress, deliveryNote: "Ring twice" };
  const carts = await twoCarts([[variant, 1]], [[variant, 1]]);
  await db.cart.update({
    where: { id: (await cartRow(carts.other)).id },
    data: { ...contact, ...delivery, shippingMethodId: method.id },
  });
  const { cart } = await merge(carts);
  expect(cart.shippingMethod?.id).toBe(method.id);
  expect(await cartRow(carts.own)).toMatchObject({ ...contact, ...delivery });
});

test("the other cart ends as merged, and its token opens the customer's cart from then on", async () => {
  const variant = await makeVariant();
  const carts = await twoCarts([[variant, 1]], [[variant, 2]]);
  const { cart } = await merge(carts);
  expect(await cartRow(carts.other)).toMatchObject({
    status: "merged",
    mergedIntoId: cart.id,
    userId: carts.customer.userId,
  });
  expect(cartOf(await call(getCart, { session: carts.customer, cart: carts.other })).id).toBe(cart.id);
});
