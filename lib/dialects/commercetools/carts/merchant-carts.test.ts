import { expect, test } from "vitest";
import { guestToken, send, serverToken } from "#test/support/commercetools/call.ts";
import { newCart } from "#test/support/commercetools/shop.ts";

test("a cart that the merchant prepares is not the shopper's active cart", async () => {
  const { token } = await guestToken();
  const own = await newCart(token);
  const server = await serverToken();
  const draft = { currency: "USD", anonymousId: own.anonymousId, origin: "Merchant" };
  const { body: prepared } = await send("POST", "/carts", { token: server, body: draft });
  expect(prepared.origin).toBe("Merchant");
  expect((await send("GET", "/me/active-cart", { token })).body.id).toBe(own.id);
  expect((await send("GET", `/me/carts/${prepared.id}`, { token })).body).toEqual(prepared);
});
