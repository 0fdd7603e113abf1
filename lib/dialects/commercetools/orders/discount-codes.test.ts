import { expect, test } from "vitest";
import { makeDiscount, makeShippingMethod, makeVariant } from "#test/support/catalogue.ts";
import { guestToken, send, serverToken } from "#test/support/commercetools/call.ts";
import { order, readyCart } from "#test/support/commercetools/shop.ts";
import { where } from "#test/support/commercetools/viewer.ts";

test("an order has the codes that took something off, and is found by them", async () => {
  const [{ token }, program] = [await guestToken(), await serverToken()];
  const [used, idle] = [await makeDiscount(), await makeDiscount({ minimumSpend: 999_999, currency: "USD" })];
  const variant = await makeVariant();
  const cart = await readyCart(token, variant, { discountCodes: [used.code] });
  const placed = await order(token, cart);
  expect(placed.body.discountCodes).toEqual([
    { discountCode: { typeId: "discount-code", id: used.id }, state: "MatchesCart" },
  ]);
  expect(placed.body.discountCodes).toEqual(cart.discountCodes);
  const path = `/me/orders/${placed.body.id}?expand=discountCodes%5B*%5D.discountCode`;
  const { body } = await send("GET", path, { token });
  expect(body.discountCodes[0].discountCode.obj).toMatchObject({ code: used.code });
  for (const [{ id }, total] of [
    [used, 1],
    [idle, 0],
  ] as const) {
    const found = await send("GET", `/orders?${where(`discountCodes(discountCode(id = "${id}"))`)}`, {
      token: program,
    });
    expect(found.body.total).toBe(total);
  }
  const plain = await order(token, await readyCart(token, variant));
  expect(plain.body.discountCodes).toEqual([]);
});

test("what each code took off is shown on the cart and the order, and paths lead to it", async () => {
  const { token } = await guestToken();
  const method = await makeShippingMethod();
  const [goods, freight] = [await makeDiscount(), await makeDiscount({ kind: "free_shipping", value: 0 })];
  const cart = await readyCart(token, await makeVariant(), {
    shippingMethod: { typeId: "shipping-method", id: method.id },
    discountCodes: [goods.code, freight.code],
  });
  const portion = (id: string, centAmount: number) => ({
    discount: { typeId: "cart-discount", id },
    discountedAmount: { type: "centPrecision", currencyCode: "USD", centAmount, fractionDigits: 2 },
  });
  const { body: placed } = await order(token, cart);
  const { body: ordered } = await send("GET", `/me/carts/${cart.id}`, { token });
  for (const { discountOnTotalPrice, shippingInfo } of [cart, placed, ordered]) {
    expect(discountOnTotalPrice.includedDiscounts).toEqual([portion(goods.id, 100)]);
    expect(shippingInfo.discountedPrice.includedDiscounts).toEqual([portion(freight.id, 500)]);
  }
  const paths = [
    "discountCodes[*].discountCode.cartDiscounts[*]",
    "discountOnTotalPrice.includedDiscounts[*].discount",
  ];
  const query = paths.map((path) => `expand=${encodeURIComponent(path)}`).join("&");
  const { body } = await send("GET", `/me/orders/${placed.id}?${query}`, { token });
  const obj = { id: goods.id, value: { type: "relative", permyriad: 1000 } };
  expect(body.discountOnTotalPrice.includedDiscounts[0].discount.obj).toMatchObject(obj);
  expect(body.discountCodes[0].discountCode.obj).toMatchObject({
    code: goods.code,
    cartDiscounts: [{ obj }],
  });
});

test("orders are found by what a discount took off", async () => {
  const [{ token }, program] = [await guestToken(), await serverToken()];
  const discount = await makeDiscount();
  const { body } = await order(
    token,
    await readyCart(token, await makeVariant(), { discountCodes: [discount.code] }),
  );
  const inTotal = (test: string) => `discountOnTotalPrice(includedDiscounts(${test}))`;
  const isIt = `discount(id = "${discount.id}")`;
  for (const [predicate, ids] of [
    [inTotal(isIt), [body.id]],
    [inTotal(`${isIt} and discountedAmount(centAmount = 100)`), [body.id]],
    [inTotal(`${isIt} and discountedAmount(centAmount > 100)`), []],
    [`shippingInfo(discountedPrice(includedDiscounts(${isIt})))`, []],
  ] as const) {
    const found = await send("GET", `/orders?${where(predicate)}`, { token: program });
    expect(found.body.results.map(({ id }: { id: string }) => id)).toEqual(ids);
  }
});
