import { expect, test } from "vitest";
import { db } from "#lib/platform/database/db.ts";
import { wireUsAddress } from "#test/support/addresses.ts";
import { makeDiscount, makeVariant, type Sellable, setPrice } from "#test/support/catalogue.ts";
import { guestToken, send } from "#test/support/commercetools/call.ts";
import { expectError, newCart, order, readyCart } from "#test/support/commercetools/shop.ts";

test("a cart is replicated from a cart, and from an order, at current prices", async () => {
  const { token } = await guestToken();
  const variant = await makeVariant();
  const cart = await readyCart(token, variant);
  const placed = (await order(token, cart)).body;
  await setPrice(variant, 1200);
  for (const reference of [
    { typeId: "cart", id: cart.id },
    { typeId: "order", id: placed.id },
  ]) {
    const replica = await send("POST", "/me/carts/replicate", { token, body: { reference } });
    expect(replica).toMatchObject({
      status: 201,
      body: { version: 1, anonymousId: cart.anonymousId, totalPrice: { centAmount: 1200 } },
    });
    expect(replica.body.shippingAddress).toEqual(cart.shippingAddress);
    const stolen = await send("POST", "/me/carts/replicate", {
      token: (await guestToken()).token,
      body: { reference },
    });
    expectError(stolen, 400, "ReferencedResourceNotFound", { typeId: reference.typeId });
  }
});

test("codes that still apply and what can still be bought are replicated, the rest is left out", async () => {
  const { token } = await guestToken();
  const things = { whole: await makeVariant(), short: await makeVariant(), gone: await makeVariant() };
  const [unpublished, unpriced] = [await makeVariant(), await makeVariant()];
  const [kept, once, ended] = [
    await makeDiscount({ value: 20 }),
    await makeDiscount({ oncePerCustomer: true }),
    await makeDiscount({ value: 5 }),
  ];
  const bought = { ...things, unpublished, unpriced };
  const cart = await newCart(token, {
    lineItems: Object.entries(bought).map(([key, { sku }]) => ({ key, sku, quantity: 3 })),
    discountCodes: [kept.code, once.code, ended.code],
    shippingAddress: wireUsAddress,
    deleteDaysAfterLastModification: 7,
  });
  const placed = (await order(token, cart)).body;
  await setStock(things.short, 2);
  await setStock(things.gone, 0);
  await db.product.update({ where: { id: unpublished.productId }, data: { published: false } });
  await db.price.deleteMany({ where: { variantId: unpriced.variantId } });
  await db.discount.update({ where: { id: ended.id }, data: { endsAt: new Date() } });
  for (const [reference, days] of [
    [{ typeId: "cart", id: cart.id }, 7],
    [{ typeId: "order", id: placed.id }, 90],
  ] as const) {
    const { status, body } = await send("POST", "/me/carts/replicate", { token, body: { reference } });
    expect([status, body.deleteDaysAfterLastModification]).toEqual([201, days]);
    expect(body.lineItems.map(({ key, quantity }: typeof body) => [key, quantity])).toEqual([
      ["whole", 3],
      ["short", 2],
    ]);
    expect(body.discountCodes).toEqual([
      { discountCode: { typeId: "discount-code", id: kept.id }, state: "MatchesCart" },
    ]);
    expect((await send("GET", `/me/carts/${body.id}`, { token })).body).toEqual(body);
  }
});

const setStock = ({ variantId }: Sellable, quantity: number) =>
  db.stock.update({ where: { variantId }, data: { quantity } });
