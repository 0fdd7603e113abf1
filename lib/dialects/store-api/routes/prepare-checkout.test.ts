import { describe, expect, test } from "vitest";
import {
  getCart,
  prepareCheckout,
  setShippingMethod as setMethod,
} from "#lib/dialects/store-api/routes/cart.ts";
import { addCartLine as addLine } from "#lib/dialects/store-api/routes/lines.ts";
import { db } from "#lib/platform/database/db.ts";
import { call } from "#test/support/call.ts";
import {
  makeShippingMethod,
  makeVariant,
  type Sellable,
  setPrice,
  stockOf,
} from "#test/support/catalogue.ts";
import { fillCart, place, readyToPlace } from "#test/support/checkout.ts";
import { cartOf, expectFailure, orderOf, tally } from "#test/support/expect.ts";
import { interleave } from "#test/support/locks.ts";
import { type Session, signUp, startGuestSession } from "#test/support/sessions.ts";

type Held = { session: Session; cart: string };

async function hold(variant: Sellable, quantity: number): Promise<Held> {
  const session = await startGuestSession();
  const cart = await fillCart(session, { variant, quantity });
  cartOf(await call(prepareCheckout, { session, cart }));
  return { session, cart };
}

const expire = ({ variantId }: Sellable) =>
  db.stockHold.updateMany({ where: { variantId }, data: { expiresAt: new Date(Date.now() - 1) } });
const leftFor = async (variant: Sellable) => {
  const [line] = cartOf(await call(getCart, { cart: await fillCart(undefined, { variant }) })).lines;
  return line?.available;
};
const holdsOf = ({ variantId }: Sellable) => db.stockHold.findMany({ where: { variantId } });

test("holds the stock for 15 minutes: others see and buy only the rest", async () => {
  const variant = await makeVariant({ stock: 5 });
  const before = Date.now();
  await hold(variant, 4);
  const [kept] = await holdsOf(variant);
  const minutes = ((kept?.expiresAt.getTime() ?? 0) - before) / 60_000;
  expect(minutes).toBeGreaterThanOrEqual(15);
  expect(minutes).toBeLessThan(15.5);
  expect(await leftFor(variant)).toBe(1);
  const other = await readyToPlace({ variant });
  const { variantId } = variant;
  const refused = await call(addLine, { ...other, body: { variantId, quantity: 1 } });
  expect(refused.body).toMatchObject({
    errorCode: "OUT_OF_STOCK",
    details: [{ requested: 2, available: 1 }],
  });
  expect((await place(other)).status).toBe(201);
  expect(await stockOf(variant)).toBe(4);
});

describe("a hold", () => {
  test("blocks orders of other carts: 409 OUT_OF_STOCK", async () => {
    const variant = await makeVariant({ stock: 3 });
    const other = await readyToPlace({ variant, quantity: 2 });
    await hold(variant, 2);
    const { variantId, sku, name } = variant;
    expectFailure(await place(other), "out_of_stock", `Not enough in stock: only 1 left of ${name}`, [
      { lineId: expect.any(String), variantId, sku, name, requested: 2, available: 1 },
    ]);
  });

  test("does not block its own cart, and ends with the order", async () => {
    const variant = await makeVariant({ stock: 3 });
    const ready = await readyToPlace({ variant, quantity: 3 });
    expect(cartOf(await call(prepareCheckout, ready)).lines[0]).toMatchObject({ quantity: 3, available: 3 });
    expect(orderOf(await place(ready)).lines[0]?.quantity).toBe(3);
    expect(await stockOf(variant)).toBe(0);
    expect(await holdsOf(variant)).toEqual([]);
  });

  test("that has expired does not count", async () => {
    const variant = await makeVariant({ stock: 3 });
    const { session, cart } = await hold(variant, 3);
    await expire(variant);
    expect(await leftFor(variant)).toBe(3);
    expect((await place(await readyToPlace({ variant, quantity: 3 }))).status).toBe(201);
    expect((await call(prepareCheckout, { session, cart })).body.errorCode).toBe("OUT_OF_STOCK");
  });

  test("restarts on a repeated call, and follows the cart", async () => {
    const variant = await makeVariant({ stock: 5 });
    const held = await hold(variant, 1);
    const [first] = await holdsOf(variant);
    await call(addLine, { ...held, body: { variantId: variant.variantId, quantity: 2 } });
    cartOf(await call(prepareCheckout, held));
    const [second, ...more] = await holdsOf(variant);
    expect(more).toEqual([]);
    expect(second?.quantity).toBe(3);
    expect(second?.expiresAt.getTime()).toBeGreaterThan(first?.expiresAt.getTime() ?? 0);
  });

  test("10 concurrent calls for one cart give one hold", async () => {
    const variant = await makeVariant({ stock: 5 });
    const session = await startGuestSession();
    const cart = await fillCart(session, { variant, quantity: 2 });
    const replies = await Promise.all(
      Array.from({ length: 10 }, () => call(prepareCheckout, { session, cart })),
    );
    expect(tally(replies)).toEqual({ "200": 10 });
    expect((await holdsOf(variant)).map(({ quantity }) => quantity)).toEqual([2]);
  });

  test("of 20 concurrent carts with two of ten each, five get a hold", async () => {
    const variant = await makeVariant({ stock: 10 });
    const carts: Held[] = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const session = await startGuestSession();
        return { session, cart: await fillCart(session, { variant, quantity: 2 }) };
      }),
    );
    const replies = await Promise.all(carts.map((cart) => call(prepareCheckout, cart)));
    expect(tally(replies)).toEqual({ "200": 5, "409 OUT_OF_STOCK": 15 });
  });

  test("many concurrent holds of two variants in opposite order: no visible deadlock", async () => {
    const [one, other] = [await makeVariant(), await makeVariant()];
    const lines = [one, other].map(({ variantId }) => ({ variantId, quantity: 1 }));
    const carts = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        readyToPlace({ lines: index % 2 ? lines : lines.toReversed() }),
      ),
    );
    const replies = await Promise.all(
      carts.map((cart, index) => (index % 3 ? call(prepareCheckout, cart) : place(cart))),
    );
    expect(tally(replies)).toEqual({ "200": 13, "201": 7 });
  });
});

test("updates prices and shipping, so that the next call can place the order", async () => {
  const variant = await makeVariant();
  const ready = await readyToPlace({ variant });
  await setPrice(variant, 1500);
  const prepared = cartOf(await call(prepareCheckout, ready));
  expect(prepared.totals.subtotal).toBe(1500);
  expect(orderOf(await place(ready)).totals).toEqual(prepared.totals);
  const retired = await makeShippingMethod();
  const next = await readyToPlace({ variant });
  await call(setMethod, { ...next, body: { shippingMethodId: retired.id } });
  await db.shippingMethod.update({ where: { id: retired.id }, data: { active: false } });
  expect(cartOf(await call(prepareCheckout, next)).shippingMethod).toBeNull();
});

test("needs a session and a line in its cart: 401, 400 CART_EMPTY", async () => {
  const cart = await fillCart(undefined, { variant: await makeVariant() });
  expectFailure(
    await call(prepareCheckout, { cart }),
    "unauthenticated",
    /^Sign in, or start a guest session/,
  );
  for (const session of [await startGuestSession(), await signUp()]) {
    expectFailure(await call(prepareCheckout, { session }), "cart_empty", "The cart is empty");
    expect(await db.cart.count({ where: { userId: session.userId } })).toBe(0);
  }
});

test("a cart that is ordered concurrently gets no hold: 400 CART_EMPTY", async () => {
  const variant = await makeVariant();
  const ready = await readyToPlace({ variant });
  const { id } = cartOf(await call(getCart, ready));
  const reply = await interleave(
    id,
    () => call(prepareCheckout, ready),
    async (tx) => {
      await tx.cart.update({ where: { id }, data: { status: "ordered", version: { increment: 1 } } });
    },
  );
  expectFailure(reply, "cart_empty", "The cart is empty");
  expect(await holdsOf(variant)).toEqual([]);
});

test("a cart that gets a line concurrently has to be read again: 409 CART_CHANGED", async () => {
  const [variant, late] = [await makeVariant(), await makeVariant()];
  const ready = await readyToPlace({ variant });
  const { id } = cartOf(await call(getCart, ready));
  const reply = await interleave(
    id,
    () => call(prepareCheckout, ready),
    async (tx) => {
      await tx.cartLine.create({
        data: { cartId: id, variantId: late.variantId, quantity: 1, unitPrice: 1000 },
      });
      await tx.cart.update({ where: { id }, data: { version: { increment: 1 } } });
    },
  );
  expectFailure(reply, "cart_changed", "The cart has changed in the meantime. Review it and try again.");
});
