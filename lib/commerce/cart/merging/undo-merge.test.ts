import { expect, test } from "vitest";
import { findRecentMerge, undoMerge } from "#lib/commerce/cart/index.ts";
import { applyCoupon, getCart, setCartAddress as setAddress } from "#lib/dialects/store-api/routes/cart.ts";
import {
  addCartLine as addLine,
  changeCartLine as changeLine,
} from "#lib/dialects/store-api/routes/lines.ts";
import { db } from "#lib/platform/database/db.ts";
import {
  cartRow,
  contentOf,
  contextOf,
  domainCart,
  merge,
  type TwoCarts,
  twoCarts,
} from "#test/cart/two-carts.ts";
import { deAddress, usAddress } from "#test/support/addresses.ts";
import { call } from "#test/support/call.ts";
import { makeDiscount, makeVariant } from "#test/support/catalogue.ts";
import { cartOf } from "#test/support/expect.ts";
import { signUp } from "#test/support/sessions.ts";

async function undo({ customer, own }: TwoCarts) {
  return undoMerge(contextOf(customer), await domainCart(own));
}

const nothingLeft = { code: "cart_changed", message: "There is no merge to undo any more" };
const contact = { email: "guest@example.com", contactName: "Gale", phone: "+12075550142" };

test("undoing restores the cart, and the other cart next to it", async () => {
  const [both, added] = [await makeVariant(), await makeVariant()];
  const carts = await twoCarts(
    [[both, 1]],
    [
      [both, 3],
      [added, 2],
    ],
  );
  await merge(carts);
  expect(contentOf(await undo(carts))).toEqual([[both.sku, 1]]);
  expect(await cartRow(carts.other)).toMatchObject({
    status: "active",
    mergedIntoId: null,
    userId: carts.customer.userId,
  });
  const { customer, other } = carts;
  expect(contentOf(cartOf(await call(getCart, { session: customer, cart: other })))).toEqual([
    [both.sku, 3],
    [added.sku, 2],
  ]);
  const latest = cartOf(await call(getCart, { session: customer }));
  expect(contentOf(latest)).toEqual([[both.sku, 1]]);
});

test("items added since the merge stay: new lines, and larger quantities of merged ones", async () => {
  const [raised, added, since] = [await makeVariant(), await makeVariant(), await makeVariant()];
  const carts = await twoCarts(
    [[raised, 1]],
    [
      [raised, 3],
      [added, 2],
    ],
  );
  await merge(carts);
  const at = { session: carts.customer, cart: carts.own };
  for (const [variant, quantity] of [
    [raised, 2],
    [added, 1],
    [since, 4],
  ] as const)
    await call(addLine, { ...at, body: { variantId: variant.variantId, quantity } });
  expect(contentOf(await undo(carts))).toEqual([
    [raised.sku, 3],
    [added.sku, 1],
    [since.sku, 4],
  ]);
});

test("items removed since the merge do not come back", async () => {
  const [raised, own] = [await makeVariant(), await makeVariant()];
  const carts = await twoCarts(
    [
      [raised, 2],
      [own, 2],
    ],
    [[raised, 3]],
  );
  const { cart } = await merge(carts);
  const at = { session: carts.customer, cart: carts.own };
  for (const { id } of cart.lines)
    await call(changeLine, { ...at, params: { lineId: id }, body: { quantity: 1 } });
  expect(contentOf(await undo(carts))).toEqual([
    [raised.sku, 1],
    [own.sku, 1],
  ]);
});

test("merged coupons are removed, the customer's own and those entered since stay", async () => {
  const variant = await makeVariant();
  const [mine, theirs, both, since] = [
    await makeDiscount(),
    await makeDiscount(),
    await makeDiscount(),
    await makeDiscount(),
  ];
  const carts = await twoCarts([[variant, 1]], [[variant, 1]]);
  const own = { session: carts.customer, cart: carts.own };
  for (const { code } of [mine, both]) await call(applyCoupon, { ...own, body: { code } });
  for (const { code } of [theirs, both]) await call(applyCoupon, { cart: carts.other, body: { code } });
  const { cart } = await merge(carts);
  expect(cart.coupons).toHaveLength(3);
  await call(applyCoupon, { ...own, body: { code: since.code } });
  const codes = (await undo(carts)).coupons.map(({ code }) => code);
  expect(codes.toSorted()).toEqual([mine.code, both.code, since.code].toSorted());
});

test("a coupon of the customer that the merge dropped comes back, in its place", async () => {
  const variant = await makeVariant();
  const carts = await twoCarts([[variant, 1]], [[variant, 1]]);
  const [ended, kept] = [await makeDiscount(), await makeDiscount()];
  const own = { session: carts.customer, cart: carts.own };
  for (const { code } of [ended, kept]) await call(applyCoupon, { ...own, body: { code } });
  await db.discount.update({ where: { id: ended.id }, data: { endsAt: new Date() } });
  const { cart } = await merge(carts);
  expect(cart.coupons.map(({ code }) => code)).toEqual([kept.code]);
  const codes = (await undo(carts)).coupons.map(({ code }) => code);
  expect(codes).toEqual([ended.code, kept.code]);
  expect(cartOf(await call(getCart, own)).coupons.map(({ code }) => code)).toEqual(codes);
});

test("merged contact and address are removed, so that mail does not go to somebody else", async () => {
  const variant = await makeVariant();
  const carts = await twoCarts([[variant, 1]], [[variant, 1]]);
  const theirs = { ...contact, shippingAddress: deAddress, country: "DE", deliveryNote: "Ring twice" };
  await db.cart.update({ where: { id: (await cartRow(carts.other)).id }, data: theirs });
  await merge(carts);
  expect(await cartRow(carts.own)).toMatchObject(theirs);
  await undo(carts);
  expect(await cartRow(carts.own)).toMatchObject({
    email: null,
    contactName: null,
    phone: null,
    shippingAddress: null,
    deliveryNote: null,
    country: "US",
  });
});

test("an address that the customer gave since the merge stays", async () => {
  const variant = await makeVariant();
  const carts = await twoCarts([[variant, 1]], [[variant, 1]]);
  await db.cart.update({
    where: { id: (await cartRow(carts.other)).id },
    data: { shippingAddress: deAddress, country: "DE" },
  });
  await merge(carts);
  await call(setAddress, { session: carts.customer, cart: carts.own, body: { shippingAddress: usAddress } });
  await undo(carts);
  expect(await cartRow(carts.own)).toMatchObject({ shippingAddress: usAddress, country: "US" });
});

test("undoing twice, even concurrently, undoes one merge and then reports that there is none", async () => {
  const variant = await makeVariant();
  const carts = await twoCarts([[variant, 1]], [[variant, 2]]);
  await merge(carts);
  const results = await Promise.allSettled([undo(carts), undo(carts)]);
  expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  await expect(undo(carts)).rejects.toMatchObject(nothingLeft);
  expect(contentOf(await domainCart(carts.own))).toEqual([[variant.sku, 1]]);
});

test("after ten minutes a merge is no longer offered for undo and cannot be undone", async () => {
  const variant = await makeVariant();
  const carts = await twoCarts([[variant, 1]], [[variant, 2]]);
  const { cart } = await merge(carts);
  const age = (minutes: number) =>
    db.cartMerge.updateMany({
      where: { cartId: cart.id },
      data: { createdAt: new Date(Date.now() - minutes * 60_000) },
    });
  await age(9.9);
  expect(await findRecentMerge(contextOf(carts.customer), cart)).not.toBeNull();
  await age(10.1);
  expect(await findRecentMerge(contextOf(carts.customer), cart)).toBeNull();
  await expect(undo(carts)).rejects.toMatchObject(nothingLeft);
  expect(contentOf(await domainCart(carts.own))).toEqual([[variant.sku, 2]]);
});

test("somebody else's merge cannot be undone", async () => {
  const variant = await makeVariant();
  const carts = await twoCarts([[variant, 1]], [[variant, 2]]);
  await merge(carts);
  await expect(undo({ ...carts, customer: await signUp() })).rejects.toMatchObject(nothingLeft);
  expect((await cartRow(carts.other)).status).toBe("merged");
});
