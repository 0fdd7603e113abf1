import { describe, expect, test } from "vitest";
import * as z from "zod";
import { addCartLine, changeCartLine, getCart, removeCartLine } from "#lib/dialects/store-api/routes/cart.ts";
import { db } from "#lib/platform/db.ts";
import { newId } from "#lib/platform/ids.ts";
import { call, type Reply } from "#test/support/call.ts";
import { makeVariant, type Sellable, setPrice } from "#test/support/catalogue.ts";
import { fillCart } from "#test/support/checkout.ts";
import { cartOf, expectFailure, expectInvalid, tally } from "#test/support/expect.ts";
import { startGuestSession } from "#test/support/sessions.ts";

const add = ({ variantId }: Pick<Sellable, "variantId">, quantity: number, cart?: string) =>
  call(addCartLine, { cart, body: { variantId, quantity } });
const lineOf = async (cart: string) => cartOf(await call(getCart, { cart })).lines[0]?.id ?? "";
const setQuantity = async (cart: string, quantity: unknown) =>
  call(changeCartLine, { cart, params: { lineId: await lineOf(cart) }, body: { quantity } });

describe("adding", () => {
  test("creates a cart with the variant, at the current price", async () => {
    const variant = await makeVariant({ stock: 7 });
    const reply = await add(variant, 2);
    expect(cartOf(reply)).toEqual({
      id: expect.any(String),
      version: expect.any(Number),
      currency: "USD",
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
    const details = [{ variantId, sku, name, requested: 4, available: 3 }];
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

describe("adding several lines at once", () => {
  const addAll = (lines: unknown, cart?: string) => call(addCartLine, { cart, body: { lines } });

  test("adds all in order, in one version; the same variant adds up", async () => {
    const [one, other] = [await makeVariant(), await makeVariant()];
    const { cart } = await add(other, 1);
    const before = cartOf(await call(getCart, { cart }));
    const wish = [one, other, one].map(({ variantId }) => ({ variantId, quantity: 2 }));
    const after = cartOf(await addAll(wish, cart));
    expect(after.lines.map(({ sku, quantity }) => [sku, quantity])).toEqual([
      [other.sku, 3],
      [one.sku, 4],
    ]);
    expect(after.version).toBe(before.version + 1);
  });

  test("100 different items fit, one more does not", async () => {
    const variants = await Promise.all(Array.from({ length: 101 }, () => makeVariant()));
    const [last, ...most] = variants.map(({ variantId }) => ({ variantId, quantity: 1 }));
    const reply = await addAll(most);
    expect(cartOf(reply).lines).toHaveLength(100);
    const message = "A cart holds at most 100 different items";
    expectFailure(await addAll([last], reply.cart), "bad_request", message, [
      { path: "lines.0.variantId", message },
    ]);
  });

  test("one that cannot be added rejects all, and is named", async () => {
    const [one, few, dear] = [
      await makeVariant(),
      await makeVariant({ stock: 1 }),
      await makeVariant({ prices: [{ currency: "EUR", amount: 900 }] }),
    ];
    const { cart } = await add(one, 1);
    const good = { variantId: one.variantId, quantity: 1 };
    const refused = async (variantId: string, quantity: number) =>
      addAll([good, { variantId, quantity }, good], cart);
    const missing = "Variant not found";
    expectFailure(await refused(newId(), 1), "not_found", missing, [
      { path: "lines.1.variantId", message: missing },
    ]);
    const paths = async (reply: Promise<Reply>) =>
      z
        .array(z.looseObject({ path: z.string() }))
        .parse((await reply).body.details)
        .map(({ path }) => path);
    expect(await paths(refused(few.variantId, 2))).toEqual(["lines.1.quantity"]);
    expect(await paths(refused(dear.variantId, 1))).toEqual(["lines.1.variantId"]);
    expect(await paths(refused(one.variantId, 99))).toEqual(["lines.1.quantity"]);
    expect(cartOf(await call(getCart, { cart })).lines.map(({ quantity }) => quantity)).toEqual([1]);
  });

  test("an invalid list is rejected with line and field", async () => {
    const good = { variantId: newId(), quantity: 1 };
    expectInvalid(await addAll([]), "lines");
    expectInvalid(await addAll(Array.from({ length: 101 }, () => good)), "lines");
    expectInvalid(await addAll([good, good, good, { variantId: "x", quantity: 1 }]), "lines.3.variantId");
    expectInvalid(await addAll([{ ...good, quantity: 0 }]), "lines.0.quantity");
    expectInvalid(await call(addCartLine, { body: { ...good, lines: [good] } }), "lines");
  });
});

describe("changing", () => {
  test("sets the quantity; 0 removes the line", async () => {
    const { cart } = await add(await makeVariant(), 2);
    expect(cartOf(await setQuantity(cart, 5)).lines[0]).toMatchObject({ quantity: 5, lineTotal: 5000 });
    const emptied = cartOf(await setQuantity(cart, 0));
    expect(emptied.lines).toEqual([]);
    expect(emptied.totals).toEqual({ subtotal: 0, discount: 0, shipping: 0, tax: 0, total: 0 });
  });

  test("to more than the stock: 409 OUT_OF_STOCK; lowering always works, even if stock is short", async () => {
    const variant = await makeVariant({ stock: 5 });
    const { cart } = await add(variant, 4);
    expect((await setQuantity(cart, 6)).body.errorCode).toBe("OUT_OF_STOCK");
    await db.stock.update({ where: { variantId: variant.variantId }, data: { quantity: 1 } });
    expect(cartOf(await setQuantity(cart, 3)).lines[0]).toMatchObject({ quantity: 3, available: 1 });
  });

  test("shows a changed price", async () => {
    const variant = await makeVariant();
    const { cart } = await add(variant, 1);
    await setPrice(variant, 1234);
    expect(cartOf(await setQuantity(cart, 2)).totals.subtotal).toBe(2468);
  });

  test.each([-1, 1000, 1.5, "2", null, undefined, [1]])("to %j: 400 VALIDATION_ERROR", async (quantity) => {
    const { cart } = await add(await makeVariant(), 1);
    expectInvalid(await setQuantity(cart, quantity), "quantity");
  });
});

describe("removing", () => {
  test("removes the line and leaves the others", async () => {
    const [one, other] = [await makeVariant(), await makeVariant()];
    const { cart } = await add(one, 1);
    await add(other, 1, cart);
    const reply = await call(removeCartLine, { cart, params: { lineId: await lineOf(cart) } });
    expect(cartOf(reply).lines.map(({ sku }) => sku)).toEqual([other.sku]);
    expect(reply.cart).toBe(cart);
  });
});

test("a missing line, or one in somebody else's cart: 404, and theirs stays", async () => {
  const theirs = await fillCart(await startGuestSession(), { variant: await makeVariant(), quantity: 2 });
  const ownerless = await fillCart(undefined, { variant: await makeVariant(), quantity: 2 });
  const session = await startGuestSession();
  const { cart } = await call(getCart, { session });
  const foreign = await db.cartLine.findMany({ where: { quantity: 2 }, select: { id: true } });
  expect(foreign.length).toBeGreaterThanOrEqual(2);
  for (const token of [cart, theirs]) {
    for (const lineId of [newId(), ...foreign.map(({ id }) => id)]) {
      const at = { session, cart: token, params: { lineId } };
      expectFailure(
        await call(changeCartLine, { ...at, body: { quantity: 1 } }),
        "not_found",
        "Line not found",
      );
      expectFailure(await call(removeCartLine, at), "not_found", "Line not found");
    }
  }
  expect(cartOf(await call(getCart, { cart: ownerless })).lines[0]?.quantity).toBe(2);
  expectInvalid(await call(removeCartLine, { session, cart, params: { lineId: "1" } }), "lineId");
});

test("an id in capital letters names the same variant and the same line", async () => {
  const variant = await makeVariant();
  const variantId = variant.variantId.toUpperCase();
  const { cart } = await call(addCartLine, { body: { variantId, quantity: 1 } });
  const lineId = (await lineOf(cart)).toUpperCase();
  const reply = await call(changeCartLine, { cart, params: { lineId }, body: { quantity: 3 } });
  expect(cartOf(reply).lines).toMatchObject([{ variantId: variant.variantId, quantity: 3 }]);
});
