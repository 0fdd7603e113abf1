import { expect, test } from "vitest";
import { getCart } from "#lib/dialects/store-api/routes/cart.ts";
import { db } from "#lib/platform/database/db.ts";
import { cartRow, contentOf, merge, nothing, twoCarts } from "#test/cart/two-carts.ts";
import { deAddress } from "#test/support/addresses.ts";
import { call } from "#test/support/call.ts";
import { makeVariant, type Sellable } from "#test/support/catalogue.ts";
import { cartOf } from "#test/support/expect.ts";

const named = ({ variantId, name }: Sellable) => ({ variantId, name });
const setStock = ({ variantId }: Sellable, quantity: number) =>
  db.stock.update({ where: { variantId }, data: { quantity } });

test("a variant in both carts gets the larger quantity, whichever cart has it", async () => {
  const [more, fewer] = [await makeVariant(), await makeVariant()];
  const carts = await twoCarts(
    [
      [more, 4],
      [fewer, 1],
    ],
    [
      [more, 2],
      [fewer, 3],
    ],
  );
  const { cart, report } = await merge(carts);
  expect(contentOf(cart)).toEqual([
    [more.sku, 4],
    [fewer.sku, 3],
  ]);
  expect(report).toEqual({ ...nothing, raised: [{ ...named(fewer), from: 1, to: 3 }] });
});

test("lines of only the other cart are added after the customer's own", async () => {
  const [own, first, second] = [await makeVariant(), await makeVariant(), await makeVariant()];
  const carts = await twoCarts(
    [[own, 1]],
    [
      [first, 2],
      [second, 1],
    ],
  );
  const { cart, report } = await merge(carts);
  expect(contentOf(cart)).toEqual([
    [own.sku, 1],
    [first.sku, 2],
    [second.sku, 1],
  ]);
  const added = [
    { ...named(first), quantity: 2 },
    { ...named(second), quantity: 1 },
  ];
  expect(report).toEqual({ ...nothing, added });
});

test("stock caps the merged quantity, and the shopper is told the wanted one", async () => {
  const [scarce, short, gone] = [await makeVariant(), await makeVariant(), await makeVariant()];
  const carts = await twoCarts(
    [[scarce, 1]],
    [
      [scarce, 5],
      [short, 4],
      [gone, 2],
    ],
  );
  await setStock(scarce, 2);
  await setStock(short, 3);
  await setStock(gone, 0);
  const { cart, report } = await merge(carts);
  expect(contentOf(cart)).toEqual([
    [scarce.sku, 2],
    [short.sku, 3],
  ]);
  expect(report).toEqual({
    ...nothing,
    added: [{ ...named(short), quantity: 3 }],
    raised: [{ ...named(scarce), from: 1, to: 2 }],
    capped: [
      { ...named(scarce), wanted: 5, quantity: 2 },
      { ...named(short), wanted: 4, quantity: 3 },
      { ...named(gone), wanted: 2, quantity: 0 },
    ],
  });
});

test("a merge never lowers the customer's own quantity, even if stock is short", async () => {
  const variant = await makeVariant();
  const carts = await twoCarts([[variant, 5]], [[variant, 6]]);
  await setStock(variant, 2);
  const { cart, report } = await merge(carts);
  expect(contentOf(cart)).toEqual([[variant.sku, 5]]);
  expect(report).toEqual({ ...nothing, capped: [{ ...named(variant), wanted: 6, quantity: 5 }] });
});

test("the stock holds of either cart do not limit the merge", async () => {
  const variant = await makeVariant({ stock: 5 });
  const carts = await twoCarts([[variant, 2]], [[variant, 4]]);
  const expiresAt = new Date(Date.now() + 60_000);
  for (const [token, quantity] of [
    [carts.own, 1],
    [carts.other, 4],
  ] as const) {
    const { id: cartId } = await cartRow(token);
    await db.stockHold.create({ data: { cartId, variantId: variant.variantId, quantity, expiresAt } });
  }
  const { cart, report } = await merge(carts);
  expect(contentOf(cart)).toEqual([[variant.sku, 4]]);
  expect(report).toEqual({ ...nothing, raised: [{ ...named(variant), from: 2, to: 4 }] });
  expect(await db.stockHold.count({ where: { variantId: variant.variantId } })).toBe(0);
});

test("lines from a cart for another country have the price of the customer's, even in the answer", async () => {
  const own = await makeVariant();
  const prices = [
    { currency: "USD", amount: 1000 },
    { currency: "USD", country: "DE", amount: 800 },
  ];
  const [dearer, both] = [await makeVariant({ prices }), await makeVariant({ prices })];
  const carts = await twoCarts(
    [
      [own, 1],
      [both, 1],
    ],
    [
      [dearer, 1],
      [both, 2],
    ],
  );
  await db.cart.update({
    where: { id: (await cartRow(carts.own)).id },
    data: { country: "DE", shippingAddress: deAddress },
  });
  const { cart } = await merge(carts);
  expect(cart.lines.map(({ unitPrice }) => unitPrice)).toEqual([1000, 800, 800]);
  expect(cartOf(await call(getCart, { session: carts.customer, cart: carts.own }))).toEqual(cart);
});
