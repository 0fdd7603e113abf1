import { expect, test } from "vitest";
import { db } from "#lib/platform/database/db.ts";
import { wireUsAddress } from "#test/support/addresses.ts";
import { makeDiscount, makeShippingMethod, makeVariant, setPrice } from "#test/support/catalogue.ts";
import { guestToken, send } from "#test/support/commercetools/call.ts";
import { newCart, order } from "#test/support/commercetools/shop.ts";
import { where } from "#test/support/commercetools/viewer.ts";

test("an ordered cart keeps the amounts of its order, whatever its prices, codes and methods have become", async () => {
  const { token } = await guestToken();
  const [variant, method] = [await makeVariant(), await makeShippingMethod()];
  const used = await makeDiscount({ value: 10, oncePerCustomer: true });
  const late = await makeDiscount({ minimumSpend: 9_999_999, currency: "USD" });
  const cart = await newCart(token, {
    lineItems: [{ sku: variant.sku, quantity: 3 }],
    shippingAddress: wireUsAddress,
    customerEmail: "gale@example.com",
    shippingMethod: { typeId: "shipping-method", id: method.id },
    discountCodes: [used.code],
  });
  await db.cartCoupon.create({ data: { cartId: cart.id, discountId: late.id } });
  const placed = (await order(token, cart)).body;

  await setPrice(variant, 4711);
  await db.shippingMethod.update({ where: { id: method.id }, data: { active: false, name: "Renamed" } });
  await db.discount.update({ where: { id: late.id }, data: { minimumSpend: 0 } });

  const read = (await send("GET", `/me/carts/${cart.id}`, { token })).body;
  const { totalPrice, taxedPrice, taxedShippingPrice, discountOnTotalPrice, shippingInfo } = cart;
  expect(read).toMatchObject({
    cartState: "Ordered",
    ...{ totalPrice, taxedPrice, taxedShippingPrice, discountOnTotalPrice, shippingInfo },
    lineItems: cart.lineItems.map(({ totalPrice, taxedPrice }: typeof cart) => ({ totalPrice, taxedPrice })),
    discountCodes: [
      { discountCode: { id: used.id }, state: "MatchesCart" },
      { discountCode: { id: late.id }, state: "DoesNotMatchCart" },
    ],
  });
  expect(read.totalPrice).toEqual(placed.totalPrice);

  const query = where(`lineItems(price(value(centAmount = 1000)) and totalPrice(centAmount = 3000))`);
  expect((await send("GET", `/me/carts?${query}`, { token })).body.results).toEqual([read]);
  const { shippingMethodName, price } = shippingInfo;
  const shipped = where(
    `shippingInfo(shippingMethodName = "${shippingMethodName}" and price(centAmount = ${price.centAmount}))`,
  );
  expect((await send("GET", `/me/carts?${shipped}`, { token })).body.results).toEqual([read]);
  const listed = (await send("GET", "/me/carts", { token })).body.results;
  const { cart: reference } = (await send("GET", `/me/orders/${placed.id}?expand=cart`, { token })).body;
  expect([listed, reference.obj]).toEqual([[read], read]);
});
