import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { makeDiscount } from "#test/support/catalogue.ts";
import { guestToken, send } from "#test/support/commercetools/call.ts";
import { expectError, newCart } from "#test/support/commercetools/shop.ts";
import { tokenFor, where } from "#test/support/commercetools/viewer.ts";

const codes = await tokenFor("view_discount_codes");
const discounts = await tokenFor("view_cart_discounts");
const get = (path: string, token: string) => send("GET", path, { token });

test("a code says how often it can be used, and refers to what it takes off", async () => {
  const made = await makeDiscount({
    usageLimit: 5,
    oncePerCustomer: true,
    minimumSpend: 2500,
    currency: "USD",
    endsAt: new Date("2199-01-01T00:00:00Z"),
  });
  const found = `${where(`code = "${made.code}" and isActive = true and validUntil > "2198-01-01T00:00:00.000Z"`)}`;
  const { body } = await get(`/discount-codes?${found}&expand=cartDiscounts%5B*%5D`, codes);
  const [code] = body.results;
  expect(body.total).toBe(1);
  expect(code).toMatchObject({
    code: made.code,
    name: { en: "A coupon" },
    maxApplications: 5,
    maxApplicationsPerCustomer: 1,
    validUntil: "2199-01-01T00:00:00.000Z",
    cartDiscounts: [{ typeId: "cart-discount", obj: { value: { type: "relative", permyriad: 1000 } } }],
  });
  const { body: taken } = await get(`/cart-discounts/${code.cartDiscounts[0].id}`, discounts);
  expect(taken).toEqual(code.cartDiscounts[0].obj);
  expect(taken).toMatchObject({ cartPredicate: 'totalPrice >= "25.00 USD"', requiresDiscountCode: true });
  expect((await get(`/discount-codes/${code.id}`, codes)).body.code).toBe(made.code);
});

test.each([
  [
    { kind: "fixed", value: 300, currency: "USD" },
    "totalPrice",
    { type: "absolute", money: [{ centAmount: 300 }] },
  ],
  [{ kind: "free_shipping", value: 0 }, "shipping", { type: "relative", permyriad: 10_000 }],
] as const)("what %j takes off", async (input, target, value) => {
  const { id } = await makeDiscount(input);
  const { body } = await get(`/cart-discounts?${where(`id = "${id}"`)}`, discounts);
  expect(body.results).toMatchObject([{ value, target: { type: target }, cartPredicate: "1 = 1" }]);
});

test("only some tokens may read codes, but a cart's codes can be expanded", async () => {
  const { token } = await guestToken();
  const { code } = await makeDiscount();
  for (const path of ["/discount-codes", "/cart-discounts", `/discount-codes/${randomUUID()}`])
    expectError(await get(path, token), 403, "insufficient_scope");
  expectError(await get("/cart-discounts", codes), 403, "insufficient_scope");
  expectError(await get(`/discount-codes/${randomUUID()}`, codes), 404, "ResourceNotFound");
  const cart = await newCart(token, { discountCodes: [code] });
  const { body } = await get(`/me/carts/${cart.id}?expand=discountCodes%5B*%5D.discountCode`, token);
  expect(body.discountCodes[0].discountCode.obj).toMatchObject({ code, isActive: true });
});
