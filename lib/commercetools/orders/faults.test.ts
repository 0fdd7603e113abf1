import { expect, test } from "vitest";
import { db } from "#lib/db.ts";
import { makeDiscount, makeShippingMethod, makeVariant } from "#lib/testing/catalogue.ts";
import { guestToken, send } from "#lib/testing/commercetools/call.ts";
import { expectError, order, readyCart, update, updated } from "#lib/testing/commercetools/shop.ts";

const read = async (token: string, { id }: { id: string }) =>
  (await send("GET", `/me/carts/${id}`, { token })).body;

async function discounted() {
  const { token } = await guestToken();
  const method = await makeShippingMethod();
  const { id, code } = await makeDiscount();
  const cart = await readyCart(token, await makeVariant(), {
    shippingMethod: { typeId: "shipping-method", id: method.id },
    discountCodes: [code],
  });
  expect(cart.totalPrice.centAmount).toBe(1400);
  return { token, cart, methodId: method.id, discountId: id };
}

test("a cart is ordered for what its version showed, and after the refusal there is a version that shows the rest", async () => {
  const { token, cart, methodId, discountId } = await discounted();
  await db.shippingMethod.update({ where: { id: methodId }, data: { prices: { USD: 4900 } } });
  expectError(await order(token, cart), 400, "PriceChanged", { lineItems: [], shipping: true });
  expectError(await order(token, cart), 409, "ConcurrentModification");
  const shipped = await read(token, cart);
  expect([shipped.version, shipped.totalPrice.centAmount]).toEqual([cart.version + 1, 5800]);
  await db.discount.update({ where: { id: discountId }, data: { value: 50 } });
  expectError(await order(token, shipped), 400, "PriceChanged", { lineItems: [], shipping: false });
  const { status, body } = await order(token, await read(token, cart));
  expect([status, body.totalPrice.centAmount]).toEqual([201, 5400]);
});

test("recalculate shows what moved under a new version, once", async () => {
  const { token, cart, methodId } = await discounted();
  await db.shippingMethod.update({ where: { id: methodId }, data: { active: false } });
  const shown = await updated(token, cart, [{ action: "recalculate" }]);
  expect([shown.version, shown.totalPrice.centAmount]).toEqual([cart.version + 1, 900]);
  expect((await updated(token, shown, [{ action: "recalculate" }])).version).toBe(shown.version);
  expect((await order(token, shown)).status).toBe(201);
});

test("a code that came to its end refuses the order once", async () => {
  const { token, cart, discountId } = await discounted();
  await db.discount.update({ where: { id: discountId }, data: { endsAt: new Date() } });
  expectError(await order(token, cart), 400, "DiscountCodeNonApplicable", {
    reason: "TimeRangeNonApplicable",
  });
  const { status, body } = await order(token, await read(token, cart));
  expect([status, body.totalPrice.centAmount]).toEqual([201, 1500]);
});

test.each([
  [
    "no longer published",
    "OutOfStock",
    (id: string) => db.product.update({ where: { id }, data: { published: false } }),
  ],
  [
    "without a price",
    "MatchingPriceNotFound",
    (id: string) => db.price.deleteMany({ where: { variant: { productId: id } } }),
  ],
])("a thing that is %s cannot be ordered nor raised", async (_what, code, happen) => {
  const { token } = await guestToken();
  const variant = await makeVariant();
  const cart = await readyCart(token, variant);
  await happen(variant.productId);
  const { productId } = variant;
  const more =
    code === "OutOfStock"
      ? { skus: [variant.sku] }
      : { productId, variantId: 1, currency: "USD", country: "US" };
  const raise = { action: "changeLineItemQuantity", lineItemId: cart.lineItems[0].id, quantity: 2 };
  expectError(await update(token, cart, [raise]), 400, code, more);
  expectError(await order(token, cart), 400, code, more);
});

test("a cart that costs nothing is ordered, confirmed and paid", async () => {
  const { token } = await guestToken();
  const { code } = await makeDiscount({ value: 100 });
  const { status, body } = await order(
    token,
    await readyCart(token, await makeVariant(), { discountCodes: [code] }),
  );
  expect([status, body.orderState, body.paymentState]).toEqual([201, "Confirmed", "Paid"]);
});
