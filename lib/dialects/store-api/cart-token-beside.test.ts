import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { call } from "#test/support/call.ts";
import { makeVariant } from "#test/support/catalogue.ts";
import { fillCart, place, readyToPlace } from "#test/support/checkout.ts";
import { tally } from "#test/support/expect.ts";
import { startGuestSession } from "#test/support/sessions.ts";
import { applyCoupon, prepareCheckout, setCartAddress, setShippingMethod, syncCart } from "./routes/cart.ts";
import { addCartLine, changeCartLine, removeCartLine } from "./routes/lines.ts";

const tokens = (replies: { headers: Headers }[]) => replies.map(({ headers }) => headers.get("x-cart-token"));

test("an error returns the token of the cart, too, whatever went wrong", async () => {
  const session = await startGuestSession();
  const { variantId } = await makeVariant({ stock: 3 });
  const cart = await fillCart(session, { variant: { variantId } });
  const at = { session, cart };
  const params = { lineId: randomUUID() };
  const replies = [
    await call(addCartLine, { ...at, body: { variantId, quantity: 9 } }),
    await call(addCartLine, { ...at, body: { variantId: randomUUID(), quantity: 1 } }),
    await call(addCartLine, { ...at, body: "{" }),
    await call(addCartLine, { ...at, body: "{}", headers: { "content-type": "text/plain" } }),
    await call(addCartLine, { ...at, headers: { "x-platform": "DESK" }, body: { variantId, quantity: 1 } }),
    await call(changeCartLine, { ...at, params, body: { quantity: 1 } }),
    await call(removeCartLine, { ...at, params }),
    await call(applyCoupon, { ...at, body: { code: "NONE" } }),
    await call(setCartAddress, { ...at, body: {} }),
    await call(setShippingMethod, { ...at, body: { shippingMethodId: randomUUID() } }),
    await call(syncCart, at),
    await place({ session, cart }),
  ];
  expect(tally(replies)).not.toHaveProperty("200");
  expect(tokens(replies)).toEqual(replies.map(() => cart));
});

test("so does a declined payment, after which the cart can be ordered", async () => {
  const ready = await readyToPlace({ variant: await makeVariant() });
  const declined = await place(ready, {
    body: { paymentProvider: "demo-card", paymentMethod: "card_declines" },
  });
  expect([declined.status, declined.cart]).toEqual([402, ready.cart]);
});

test("a caller who names no cart, or a strange one, learns the session's own", async () => {
  const session = await startGuestSession();
  const own = await fillCart(session, { variant: await makeVariant() });
  const foreign = await fillCart(await startGuestSession(), { variant: await makeVariant() });
  const ask = (cart?: string) => call(applyCoupon, { session, cart, body: {} });
  expect(tokens([await ask(), await ask(foreign), await ask("x".repeat(43))])).toEqual([own, own, own]);
});

test("without a cart there is no token, and none is created", async () => {
  const session = await startGuestSession();
  const foreign = await fillCart(await startGuestSession(), { variant: await makeVariant() });
  const replies = [
    await call(applyCoupon, { session, body: {} }),
    await call(prepareCheckout, { session }),
    await call(applyCoupon, { cart: foreign, body: {} }),
  ];
  expect(tokens(replies)).toEqual([null, null, null]);
});

test("a page of another site does not learn it", async () => {
  const cart = await fillCart(undefined, { variant: await makeVariant() });
  const headers = { cookie: "a=b", origin: "https://other.example" };
  const reply = await call(applyCoupon, { cart, headers, body: { code: "NONE" } });
  expect([reply.status, reply.headers.get("x-cart-token")]).toEqual([403, null]);
});
