import { describe, expect, test } from "vitest";
import { getCart } from "#lib/dialects/store-api/routes/cart.ts";
import { addCartLine, changeCartLine, removeCartLine } from "#lib/dialects/store-api/routes/lines.ts";
import { db } from "#lib/platform/database/db.ts";
import { newId } from "#lib/platform/ids.ts";
import { call } from "#test/support/call.ts";
import { makeVariant, type Sellable, setPrice } from "#test/support/catalogue.ts";
import { fillCart } from "#test/support/checkout.ts";
import { cartOf, expectFailure, expectInvalid } from "#test/support/expect.ts";
import { startGuestSession } from "#test/support/sessions.ts";

const add = ({ variantId }: Pick<Sellable, "variantId">, quantity: number, cart?: string) =>
  call(addCartLine, { cart, body: { variantId, quantity } });
const lineOf = async (cart: string) => cartOf(await call(getCart, { cart })).lines[0]?.id ?? "";
const setQuantity = async (cart: string, quantity: unknown) =>
  call(changeCartLine, { cart, params: { lineId: await lineOf(cart) }, body: { quantity } });

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
