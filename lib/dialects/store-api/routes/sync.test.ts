import { expect, test } from "vitest";
import { findRecentMerge } from "#lib/commerce/cart/index.ts";
import { getCart, syncCart as sync } from "#lib/dialects/store-api/routes/cart.ts";
import { db } from "#lib/platform/database/db.ts";
import { contentOf, contextOf, twoCarts } from "#test/cart/two-carts.ts";
import { call } from "#test/support/call.ts";
import { makeVariant } from "#test/support/catalogue.ts";
import { fillCart } from "#test/support/checkout.ts";
import { cartOf, expectFailure } from "#test/support/expect.ts";
import { signUp, startGuestSession } from "#test/support/sessions.ts";

const times = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);

test("repeated calls, sequential and concurrent, merge once and return the same cart", async () => {
  const [own, other] = [await makeVariant(), await makeVariant()];
  const carts = await twoCarts([[own, 1]], [[other, 2]]);
  const ask = async () => cartOf(await call(sync, { session: carts.customer, cart: carts.other }));
  const first = await ask();
  const again = [await ask(), ...(await Promise.all(times(5, ask)))];
  expect(again).toEqual(times(6, () => first));
  expect(await db.cartMerge.count({ where: { cartId: first.id } })).toBe(1);
});

test("twenty concurrent first calls: one merge, nothing duplicated, no error", async () => {
  const [own, other] = [await makeVariant(), await makeVariant()];
  const carts = await twoCarts([[own, 1]], [[other, 2]]);
  const replies = await Promise.all(
    times(20, () => call(sync, { session: carts.customer, cart: carts.other })),
  );
  const contents = replies.map((reply) => contentOf(cartOf(reply)));
  expect(contents).toEqual(
    times(20, () => [
      [own.sku, 1],
      [other.sku, 2],
    ]),
  );
  expect(await db.cartMerge.count({ where: { cart: { userId: carts.customer.userId } } })).toBe(1);
});

test("without a customer's cart, the other one becomes it unchanged", async () => {
  const variant = await makeVariant();
  const customer = await signUp();
  const other = await fillCart(undefined, { variant, quantity: 2 });
  const before = cartOf(await call(getCart, { cart: other }));
  const cart = cartOf(await call(sync, { session: customer, cart: other }));
  expect([cart.id, contentOf(cart)]).toEqual([before.id, [[variant.sku, 2]]]);
  expect(await db.cart.findUnique({ where: { id: cart.id } })).toMatchObject({ userId: customer.userId });
  expect(await findRecentMerge(contextOf(customer), cart)).toBeNull();
});

test.each(["an unknown token", "no token", "the customer's own token"])(
  "with %s it returns the customer's own cart, unchanged",
  async (which) => {
    const variant = await makeVariant();
    const customer = await signUp();
    const own = await fillCart(customer, { variant });
    const before = cartOf(await call(getCart, { session: customer, cart: own }));
    const token = { "no token": undefined, "the customer's own token": own }[which];
    const cart = which === "an unknown token" ? "x".repeat(43) : token;
    expect(cartOf(await call(sync, { session: customer, cart }))).toEqual(before);
  },
);

test("somebody else's cart, guest or customer, is neither changed nor shown", async () => {
  const [mine, theirs] = [await makeVariant(), await makeVariant()];
  for (const owner of [await startGuestSession(), await signUp()]) {
    const customer = await signUp();
    await fillCart(customer, { variant: mine });
    const foreign = await fillCart(owner, { variant: theirs, quantity: 2 });
    const before = cartOf(await call(getCart, { session: owner, cart: foreign }));
    const cart = cartOf(await call(sync, { session: customer, cart: foreign }));
    expect(contentOf(cart)).toEqual([[mine.sku, 1]]);
    expect(cartOf(await call(getCart, { session: owner, cart: foreign }))).toEqual(before);
  }
});

test("a guest, and a caller without a session, get 401 and the cart is unchanged", async () => {
  const variant = await makeVariant();
  const other = await fillCart(undefined, { variant });
  for (const session of [undefined, await startGuestSession()]) {
    const reply = await call(sync, { session, cart: other });
    expectFailure(reply, "unauthenticated", "Sign in to your account first");
  }
  expect(contentOf(cartOf(await call(getCart, { cart: other })))).toEqual([[variant.sku, 1]]);
});
