import { expect, test } from "vitest";
import { makeDiscount, makeVariant } from "#test/support/catalogue.ts";
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
