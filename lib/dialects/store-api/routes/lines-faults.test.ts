import { expect, test } from "vitest";
import {
  getCart,
  prepareCheckout as prepare,
  syncCart as sync,
} from "#lib/dialects/store-api/routes/cart.ts";
import {
  addCartLine as add,
  removeCartLine as remove,
  changeCartLine as setQuantity,
} from "#lib/dialects/store-api/routes/lines.ts";
import { db } from "#lib/platform/database/db.ts";
import { call } from "#test/support/call.ts";
import { makeVariant, type Sellable } from "#test/support/catalogue.ts";
import { fillCart, place, type Ready, readyToPlace } from "#test/support/checkout.ts";
import { cartOf, expectFailure, orderOf } from "#test/support/expect.ts";
import { signUp } from "#test/support/sessions.ts";

const unpublish = ({ productId }: Sellable) =>
  db.product.update({ where: { id: productId }, data: { published: false } });
const unprice = ({ variantId }: Sellable) => db.price.deleteMany({ where: { variantId } });

/** Every way to buy the line or increase it. */
async function attempts(ready: Ready, { variantId }: Sellable, lineId: string) {
  const more = await call(add, { ...ready, body: { variantId, quantity: 1 } });
  const raised = await call(setQuantity, { ...ready, params: { lineId }, body: { quantity: 3 } });
  return [more, raised, await call(prepare, ready), await place(ready)];
}

test.each([
  ["is no longer published", unpublish, "OUT_OF_STOCK", { available: 0 }],
  ["no longer has a price here", unprice, "PRICE_NOT_AVAILABLE", { currency: "USD", country: "US" }],
])(
  "an item that %s is marked in the cart, cannot be bought in any way, and can be removed",
  async (_what, happen, errorCode, more) => {
    const [variant, other] = [await makeVariant(), await makeVariant()];
    const lines = [variant, other].map(({ variantId }) => ({ variantId, quantity: 2 }));
    const ready = await readyToPlace({ lines });
    await happen(variant);
    const cart = cartOf(await call(getCart, ready));
    expect(cart.lines.map(({ purchasable }) => purchasable)).toEqual([false, true]);
    const lineId = cart.lines[0]?.id ?? "";
    for (const reply of await attempts(ready, variant, lineId)) {
      const { sku, name, variantId } = variant;
      expect(reply.body).toMatchObject({ errorCode, details: [{ variantId, sku, name, ...more }] });
    }
    expect(
      cartOf(await call(setQuantity, { ...ready, params: { lineId }, body: { quantity: 1 } })).lines[0],
    ).toMatchObject({ quantity: 1, purchasable: false });
    expect(cartOf(await call(remove, { ...ready, params: { lineId } })).lines).toHaveLength(1);
    expect(orderOf(await place(ready)).lines).toHaveLength(1);
  },
);

test("an item that is no longer sold is not reported as sold out", async () => {
  const variant = await makeVariant();
  const ready = await readyToPlace({ variant });
  await unpublish(variant);
  const { variantId, sku, name } = variant;
  const why = `Not enough in stock: ${name} is no longer sold`;
  expectFailure(await place(ready), "out_of_stock", why, [
    { lineId: expect.any(String), variantId, sku, name, requested: 1, available: 0 },
  ]);
});

test("a merge leaves out items that are no longer sold", async () => {
  const [variant, other] = [await makeVariant(), await makeVariant()];
  const session = await signUp();
  const own = await fillCart(session, { variant: other });
  const cart = await fillCart(undefined, { variant });
  await unpublish(variant);
  const merged = cartOf(await call(sync, { session, cart }));
  expect(merged.lines.map(({ sku }) => sku)).toEqual([other.sku]);
  expect(own).not.toBe("");
});
