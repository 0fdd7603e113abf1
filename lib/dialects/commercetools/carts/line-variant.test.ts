import { expect, test } from "vitest";
import { db } from "#lib/platform/database/db.ts";
import { wireUsAddress } from "#test/support/addresses.ts";
import type { Sellable } from "#test/support/catalogue.ts";
import { guestToken, send } from "#test/support/commercetools/call.ts";
import { newCart, order, updated } from "#test/support/commercetools/shop.ts";
import { makeLamp } from "#test/support/commercetools/viewer.ts";

async function makeShadedLamp(): Promise<Sellable> {
  const lamp = await makeLamp();
  await db.productVariant.update({
    where: { id: lamp.variantId },
    data: { options: { Size: "Small", "Shade color": "Sand" }, image: "/products/small.svg" },
  });
  return lamp;
}

async function projectionOf(token: string, { productId }: Sellable, country: string) {
  const choice = `priceCurrency=USD&priceCountry=${country}`;
  const { body } = await send("GET", `/product-projections/${productId}?${choice}`, { token });
  return body.masterVariant;
}

test("a line shows the variant as the product does, with the selected price", async () => {
  const { token } = await guestToken();
  const lamp = await makeShadedLamp();
  const cart = await newCart(token, { lineItems: [{ sku: lamp.sku }] });
  const { price, prices, ...variant } = await projectionOf(token, lamp, "US");
  expect(prices).toContainEqual(price);
  expect(price).toMatchObject({ value: { centAmount: 800 }, country: "US" });
  expect(variant).toMatchObject({
    attributes: [
      { name: "Size", value: "Small" },
      { name: "Shade color", value: "Sand" },
    ],
    images: [{ url: "http://localhost:3000/products/small.svg" }],
  });
  expect(cart.lineItems).toMatchObject([{ price, variant: { ...variant, prices: [price] } }]);
  expect(cart.lineItems[0].variant).toEqual({ ...variant, prices: [price] });
});

test("another country, another price", async () => {
  const { token } = await guestToken();
  const lamp = await makeShadedLamp();
  const cart = await newCart(token, { lineItems: [{ sku: lamp.sku }] });
  const moved = await updated(token, cart, [{ action: "setCountry", country: "CA" }]);
  const { price } = await projectionOf(token, lamp, "CA");
  expect(price).not.toHaveProperty("country");
  expect(moved.lineItems[0].price).toEqual(price);
  expect((await send("GET", `/me/carts/${cart.id}`, { token })).body).toEqual(moved);
});

test("an order's line keeps the paid price; its variant shows no stock", async () => {
  const { token } = await guestToken();
  const lamp = await makeShadedLamp();
  const draft = { lineItems: [{ sku: lamp.sku }], shippingAddress: wireUsAddress };
  const cart = await newCart(token, draft);
  const { status, body } = await order(token, cart);
  expect(status).toBe(201);
  const { availability, images, prices, ...variant } = cart.lineItems[0].variant;
  expect(body.lineItems[0].variant).toMatchObject(variant);
  expect(body.lineItems[0].variant.images[0].url).toBe(images[0].url);
  expect(body.lineItems[0].variant).not.toHaveProperty("availability");
  expect(body.lineItems[0].price.value).toEqual(prices[0].value);
  expect(availability).toEqual({ isOnStock: true, availableQuantity: 100 });
});
