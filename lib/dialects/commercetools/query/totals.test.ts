import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { wireUsAddress } from "#test/support/addresses.ts";
import { makeDiscount, makeShippingMethod, makeVariant } from "#test/support/catalogue.ts";
import { type Reply, send, serverToken } from "#test/support/commercetools/call.ts";

test("carts and orders are filtered and sorted by price", async () => {
  const token = await serverToken();
  const anonymousId = randomUUID();
  const variant = await makeVariant();
  for (const quantity of [2, 1, 3]) {
    const lineItems = [{ sku: variant.sku, quantity }];
    const body = { currency: "USD", anonymousId, lineItems, shippingAddress: wireUsAddress };
    const cart = (await send("POST", "/carts", { token, body })).body;
    const draft = { id: cart.id, version: cart.version };
    if (quantity > 1) expect((await send("POST", "/orders", { token, body: draft })).status).toBe(201);
  }
  const amounts = async (path: string, query: Record<string, string>) => {
    const { body } = await send("GET", `${path}?${new URLSearchParams(query)}`, { token });
    return body.results.map((found: Reply["body"]) => found.totalPrice.centAmount);
  };
  const ours = `anonymousId = "${anonymousId}"`;
  const sort = "totalPrice.centAmount desc";
  expect(await amounts("/carts", { where: ours, sort })).toEqual([3000, 2000, 1000]);
  const dear = `${ours} and totalPrice(currencyCode = "USD" and centAmount >= 2000)`;
  expect(await amounts("/carts", { where: dear, sort })).toEqual([3000, 2000]);
  expect(await amounts("/orders", { where: dear, sort })).toEqual([3000, 2000]);
});

test("a cart with large amounts is found by its total", async () => {
  const token = await serverToken();
  const variant = await makeVariant({ prices: [{ currency: "USD", amount: 3_000_000_000 }] });
  const body = { currency: "USD", country: "US", lineItems: [{ sku: variant.sku }] };
  const { id, totalPrice } = (await send("POST", "/carts", { token, body })).body;
  const where = `id = "${id}" and totalPrice(centAmount = ${totalPrice.centAmount})`;
  expect(totalPrice.centAmount).toBe(3_000_000_000);
  expect((await send("GET", `/carts?${new URLSearchParams({ where })}`, { token })).body.total).toBe(1);
});

test.each([
  ["tax on top", { country: "US" }],
  ["tax on top, also of shipping", { country: "CA" }],
  ["tax included", { country: "DE" }],
  ["no tax in the territory", { country: "ES", postalCode: "35001" }],
  ["no tax at all", { country: "JP" }],
])("a cart with %s is found by its amounts", async (_, shippingAddress) => {
  const token = await serverToken();
  const [variant, method, off] = [await makeVariant(), await makeShippingMethod(), await makeDiscount()];
  const { body: cart } = await send("POST", "/carts", {
    token,
    body: {
      currency: "USD",
      lineItems: [{ sku: variant.sku, quantity: 3 }],
      shippingMethod: { typeId: "shipping-method", id: method.id },
      discountCodes: [off.code],
      shippingAddress,
    },
  });
  const total = async (amounts: string) => {
    const where = `id = "${cart.id}" and ${amounts}`;
    return (await send("GET", `/carts?${new URLSearchParams({ where })}`, { token })).body.total;
  };
  const { totalNet, totalGross, totalTax } = cart.taxedPrice;
  const taxed = Object.entries({ totalNet, totalGross, totalTax }).map(
    ([name, { centAmount }]) => `${name}(centAmount = ${centAmount} and currencyCode = "USD")`,
  );
  expect(await total(`taxedPrice(${taxed.join(" and ")})`)).toBe(1);
  const { discountedAmount } = cart.discountOnTotalPrice;
  const discount = `discountOnTotalPrice(discountedAmount(centAmount = ${discountedAmount.centAmount}))`;
  expect(await total(discount)).toBe(1);
  const { version } = cart;
  const actions = [
    { action: "setShippingAddress" },
    { action: "removeDiscountCode", discountCode: cart.discountCodes[0].discountCode },
  ];
  await send("POST", `/carts/${cart.id}`, { token, body: { version, actions } });
  expect(await total("(taxedPrice is defined or discountOnTotalPrice is defined)")).toBe(0);
});
