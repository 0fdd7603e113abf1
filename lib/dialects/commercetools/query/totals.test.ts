import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { makeVariant } from "#test/support/catalogue.ts";
import { type Reply, send, serverToken } from "#test/support/commercetools/call.ts";
import { usAddress } from "#test/support/commercetools/shop.ts";

test("carts and orders are filtered and sorted by price", async () => {
  const token = await serverToken();
  const anonymousId = randomUUID();
  const variant = await makeVariant();
  for (const quantity of [2, 1, 3]) {
    const lineItems = [{ sku: variant.sku, quantity }];
    const body = { currency: "USD", anonymousId, lineItems, shippingAddress: usAddress };
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
