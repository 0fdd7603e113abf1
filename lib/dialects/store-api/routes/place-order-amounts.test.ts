import { expect, test } from "vitest";
import { earnPoints } from "#lib/commerce/rewards/index.ts";
import { getCart, setShippingMethod } from "#lib/dialects/store-api/routes/cart.ts";
import { listProducts } from "#lib/dialects/store-api/routes/catalog.ts";
import { db } from "#lib/platform/database/db.ts";
import { maxPrice } from "#lib/platform/money.ts";
import { call } from "#test/support/call.ts";
import { makeShippingMethod, makeVariant } from "#test/support/catalogue.ts";
import { place, readyToPlace } from "#test/support/checkout.ts";
import { cartOf, expectInvalid, orderOf } from "#test/support/expect.ts";
import { signUp, startGuestSession } from "#test/support/sessions.ts";

test.each([2_500_000, maxPrice])(
  "999 of each of two items at %d are ordered, to the cent, and earn their points",
  async (amount) => {
    const make = () => makeVariant({ stock: 999, prices: [{ currency: "USD", amount }] });
    const variants = [await make(), await make()];
    const lines = variants.map(({ variantId }) => ({ variantId, quantity: 999 }));
    const ready = await readyToPlace({ lines, session: await signUp() });
    const order = orderOf(await place(ready));
    const subtotal = 2 * 999 * amount;
    expect(order.totals).toEqual({
      subtotal,
      discount: 0,
      shipping: 500,
      tax: subtotal * 0.08,
      total: subtotal * 1.08 + 500,
    });
    await earnPoints([order.id]);
    const { points } = await db.rewardEntry.findUniqueOrThrow({ where: { orderId: order.id } });
    expect(points).toBe(BigInt(Math.floor((subtotal * 1.08 + 500) / 100)));
  },
);

test("shipping may cost as much as an item", async () => {
  const ready = await readyToPlace({ variant: await makeVariant() });
  const { id } = await makeShippingMethod({ prices: { USD: maxPrice } });
  const cart = cartOf(await call(setShippingMethod, { ...ready, body: { shippingMethodId: id } }));
  expect(cart.totals.shipping).toBe(maxPrice);
  expect(orderOf(await place(ready)).totals.total).toBe(1080 + maxPrice);
});

test("a price above the limit, or in an unknown currency, cannot enter the catalogue", async () => {
  const withPrice = (currency: string, amount: number) => makeVariant({ prices: [{ currency, amount }] });
  await expect(withPrice("USD", maxPrice + 1)).rejects.toThrow("price_amount_bound");
  await expect(withPrice("XXX", 1)).rejects.toThrow("price_currency_check");
  await expect(makeShippingMethod({ prices: { USD: maxPrice + 1 } })).rejects.toThrow(
    "shipping_method_prices_check",
  );
});

test("a currency that is not in ISO 4217 is rejected: 400", async () => {
  const session = await startGuestSession();
  for (const currency of ["XXX", "ABC", "XTS", "XAU"]) {
    expectInvalid(await call(getCart, { session, query: { currency } }), "currency");
    expectInvalid(await call(listProducts, { query: { currency } }), "currency");
  }
});
