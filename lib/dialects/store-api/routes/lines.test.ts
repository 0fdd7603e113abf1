import { describe, expect, test } from "vitest";
import { getCart } from "#lib/dialects/store-api/routes/cart.ts";
import { addCartLine } from "#lib/dialects/store-api/routes/lines.ts";
import { db } from "#lib/platform/database/db.ts";
import { newId } from "#lib/platform/ids.ts";
import { call } from "#test/support/call.ts";
import { makeVariant, type Sellable } from "#test/support/catalogue.ts";
import { cartOf, expectFailure, expectInvalid, tally } from "#test/support/expect.ts";

const add = ({ variantId }: Pick<Sellable, "variantId">, quantity: number, cart?: string) =>
  call(addCartLine, { cart, body: { variantId, quantity } });

describe("adding", () => {
  test("creates a cart with the variant, at the current price", async () => {
    const variant = await makeVariant({ stock: 7 });
    const reply = await add(variant, 2);
    expect(cartOf(reply)).toEqual({
      id: expect.any(String),
      version: expect.any(Number),
      currency: "USD",
      locale: null,
      lines: [
        {
          id: expect.any(String),
          variantId: variant.variantId,
          productId: variant.productId,
          sku: variant.sku,
          name: variant.name,
          variantTitle: "",
          image: "/products/thing.svg",
          quantity: 2,
          unitPrice: 1000,
          lineTotal: 2000,
          available: 7,
          purchasable: true,
        },
      ],
      coupons: [],
      contact: null,
      shippingAddress: null,
      billingAddress: null,
      deliveryNote: null,
      shippingMethod: null,
      totals: { subtotal: 2000, discount: 0, shipping: 0, tax: 160, total: 2160 },
      taxIncluded: false,
      updatedAt: expect.any(String),
    });
    expect(cartOf(await call(getCart, { cart: reply.cart }))).toEqual(cartOf(reply));
  });

  test("the same variant adds up in one line; another variant gets its own", async () => {
    const [one, other] = [await makeVariant(), await makeVariant()];
    const { cart } = await add(one, 2);
    await add(other, 1, cart);
    const lines = cartOf(await add(one, 3, cart)).lines;
    expect(lines.map(({ sku, quantity }) => [sku, quantity])).toEqual([
      [one.sku, 5],
      [other.sku, 1],
    ]);
  });

  test("10 times concurrently adds up to 10", async () => {
    const variant = await makeVariant();
    const { cart } = await add(variant, 1);
    const replies = await Promise.all(Array.from({ length: 9 }, () => add(variant, 1, cart)));
    expect(tally(replies)).toEqual({ "200": 9 });
    expect(cartOf(await call(getCart, { cart })).lines[0]?.quantity).toBe(10);
  });

  test("more than the stock: 409 OUT_OF_STOCK with the rest, and the cart is unchanged", async () => {
    const variant = await makeVariant({ stock: 3 });
    const { variantId, sku, name } = variant;
    const { cart } = await add(variant, 2);
    const details = [{ lineId: expect.any(String), variantId, sku, name, requested: 4, available: 3 }];
    expectFailure(
      await add(variant, 2, cart),
      "out_of_stock",
      `Not enough in stock: only 3 left of ${name}`,
      details,
    );
    expect(cartOf(await call(getCart, { cart })).lines[0]?.quantity).toBe(2);
    const gone = await makeVariant({ stock: 0 });
    expectFailure(await add(gone, 1, cart), "out_of_stock", `Not enough in stock: ${gone.name} is sold out`, [
      { variantId: gone.variantId, sku: gone.sku, name: gone.name, requested: 1, available: 0 },
    ]);
  });

  test("unknown or unpublished variants: 404 NOT_FOUND", async () => {
    const hidden = await makeVariant({ published: false });
    for (const variantId of [newId(), hidden.variantId, hidden.productId]) {
      expectFailure(await add({ variantId }, 1), "not_found", "Variant not found");
    }
  });

  test("variants without a price in the cart's currency: 400 PRICE_NOT_AVAILABLE", async () => {
    const variant = await makeVariant({ prices: [{ currency: "EUR", amount: 900 }] });
    const { variantId, productId, sku, name } = variant;
    expectFailure(
      await add(variant, 1),
      "price_not_available",
      `${name} is not sold in USD in this country`,
      [{ variantId, variantNumber: 1, productId, sku, name, currency: "USD", country: "US" }],
    );
  });

  test("more than 999 of an item: 400, even as a sum", async () => {
    const variant = await makeVariant({ stock: 5000 });
    expectInvalid(await add(variant, 1000), "quantity");
    const { cart } = await add(variant, 600);
    expectFailure(await add(variant, 600, cart), "bad_request", "At most 999 of one item");
  });

  test("more than 100 different items: 400", async () => {
    const { cart } = await add(await makeVariant(), 1);
    const { id } = cartOf(await call(getCart, { cart }));
    const variants = await Promise.all(Array.from({ length: 99 }, () => makeVariant()));
    await db.cartLine.createMany({
      data: variants.map(({ variantId }) => ({ cartId: id, variantId, quantity: 1, unitPrice: 1000 })),
    });
    const message = "A cart holds at most 100 different items";
    expectFailure(await add(await makeVariant(), 1, cart), "bad_request", message);
  });

  test.each<[string, object, string[]]>([
    ["nothing", {}, ["variantId", "quantity"]],
    ["null", { variantId: null, quantity: null }, ["variantId", "quantity"]],
    ["no id", { variantId: "1", quantity: 1 }, ["variantId"]],
    ["none of it", { variantId: newId(), quantity: 0 }, ["quantity"]],
    ["less than none", { variantId: newId(), quantity: -1 }, ["quantity"]],
    ["half a thing", { variantId: newId(), quantity: 0.5 }, ["quantity"]],
    ["a number as a string", { variantId: newId(), quantity: "1" }, ["quantity"]],
    ["a list", { variantId: [newId()], quantity: [1] }, ["variantId", "quantity"]],
  ])("%s: 400 VALIDATION_ERROR", async (_, body, paths) => {
    expectInvalid(await call(addCartLine, { body }), ...paths);
  });
});
