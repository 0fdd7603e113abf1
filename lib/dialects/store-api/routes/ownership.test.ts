import { describe, expect, test } from "vitest";
import {
  getCart,
  listShippingMethods as listMethods,
  setCartAddress as setAddress,
} from "#lib/dialects/store-api/routes/cart.ts";
import { addCartLine as addLine } from "#lib/dialects/store-api/routes/lines.ts";
import { db } from "#lib/platform/database/db.ts";
import { usAddress } from "#test/support/addresses.ts";
import { call } from "#test/support/call.ts";
import { makeVariant } from "#test/support/catalogue.ts";
import { fillCart } from "#test/support/checkout.ts";
import { cartOf, expectInvalid, tally } from "#test/support/expect.ts";
import { interleave } from "#test/support/locks.ts";
import { signUp, startGuestSession } from "#test/support/sessions.ts";

const open = async (input: Parameters<typeof call>[1]) => (await call(getCart, input)).cart;

describe("a cart's token", () => {
  test("is returned with a new cart if the caller has none", async () => {
    const reply = await call(getCart);
    expect(reply.cart).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(cartOf(reply)).toMatchObject({ lines: [], currency: "USD", totals: { total: 0 } });
    expect((await call(getCart)).cart).not.toBe(reply.cart);
  });

  test("is returned by every call that uses the cart", async () => {
    const session = await startGuestSession();
    const cart = await fillCart(session, { variant: await makeVariant() });
    const at = { session, cart };
    const { variantId } = await makeVariant();
    const replies = [
      await call(getCart, at),
      await call(listMethods, at),
      await call(addLine, { ...at, body: { variantId, quantity: 1 } }),
      await call(setAddress, { ...at, body: { shippingAddress: usAddress } }),
    ];
    for (const reply of replies) expect(reply.cart).toBe(cart);
    expect(tally(replies)).toEqual({ "200": 4 });
  });

  test("is stored as a hash", async () => {
    const { cart, body } = await call(getCart);
    const row = await db.cart.findUniqueOrThrow({ where: { id: (body.data as { id: string }).id } });
    expect(row.tokenHash).toMatch(/^[0-9a-f]{64}$/);
    expect(Object.values(row)).not.toContain(cart);
  });

  test("that is unknown leads to the caller's own cart, and is never adopted", async () => {
    for (const token of ["", "0", "null", "undefined", "x".repeat(43), "x".repeat(5000)]) {
      const reply = await call(getCart, { cart: token });
      expect(reply.status).toBe(200);
      expect(reply.cart).not.toBe(token);
    }
  });

  test("replaced by other values of its row opens nothing: id, hash, other case", async () => {
    const cart = await fillCart(undefined, { variant: await makeVariant() });
    const { id } = cartOf(await call(getCart, { cart }));
    const { tokenHash } = await db.cart.findUniqueOrThrow({ where: { id } });
    for (const token of [id, tokenHash, cart.toLowerCase(), cart.slice(0, 42), `${cart}A`]) {
      expect(cartOf(await call(getCart, { cart: token })).lines).toEqual([]);
    }
  });
});

describe("a cart without an owner", () => {
  test("belongs to anybody with its token until a session uses it; then nobody else can", async () => {
    const cart = await fillCart(undefined, { variant: await makeVariant() });
    expect(await open({ cart })).toBe(cart);
    const owner = await startGuestSession();
    expect(await open({ session: owner, cart })).toBe(cart);
    for (const session of [undefined, await startGuestSession(), await signUp()]) {
      const reply = await call(getCart, { session, cart });
      expect(reply.cart).not.toBe(cart);
      expect(cartOf(reply).lines).toEqual([]);
    }
    expect(await open({ session: owner, cart })).toBe(cart);
    expect(await open({ session: owner })).toBe(cart);
  });

  test("goes to one of ten concurrent sessions", async () => {
    const cart = await fillCart(undefined, { variant: await makeVariant() });
    const sessions = await Promise.all(Array.from({ length: 10 }, startGuestSession));
    const replies = await Promise.all(sessions.map((session) => call(getCart, { session, cart })));
    expect(tally(replies)).toEqual({ "200": 10 });
    expect(replies.filter((reply) => reply.cart === cart)).toHaveLength(1);
    expect(replies.filter((reply) => cartOf(reply).lines.length === 1)).toHaveLength(1);
  });

  test("is claimed by changing or reading it", async () => {
    const variant = await makeVariant();
    const cart = await fillCart(undefined, { variant });
    const session = await startGuestSession();
    await call(addLine, { session, cart, body: { variantId: variant.variantId, quantity: 1 } });
    expect(await open({ cart })).not.toBe(cart);
    expect(await open({ session })).toBe(cart);
  });

  test("is claimed by listing its shipping methods, too", async () => {
    const cart = await fillCart(undefined, { variant: await makeVariant() });
    const owner = await startGuestSession();
    expect((await call(listMethods, { cart })).cart).toBe(cart);
    expect((await call(listMethods, { session: owner, cart })).cart).toBe(cart);
    expect((await call(listMethods, { session: await startGuestSession(), cart })).cart).not.toBe(cart);
    expect(await open({ session: owner })).toBe(cart);
  });

  test("stays without an owner if the session ends during the call: 409 SESSION_CHANGED", async () => {
    const cart = await fillCart(undefined, { variant: await makeVariant() });
    const { id } = cartOf(await call(getCart, { cart }));
    const session = await startGuestSession();
    const reply = await interleave(
      id,
      () => call(getCart, { session, cart }),
      async (tx) => {
        await tx.user.delete({ where: { id: session.userId } });
      },
    );
    expect(reply.body).toMatchObject({ statusCode: 409, errorCode: "SESSION_CHANGED" });
    expect(await open({ cart })).toBe(cart);
  });
});

describe("a session's cart", () => {
  test("is found without its token, always the same one", async () => {
    const session = await startGuestSession();
    const cart = await open({ session });
    expect(await open({ session })).toBe(cart);
    expect(await open({ session, cart: "x".repeat(43) })).toBe(cart);
    expect(await db.cart.count({ where: { userId: session.userId } })).toBe(1);
  });

  test("is not created by reading anything but the cart", async () => {
    const session = await startGuestSession();
    expect(await db.cart.count({ where: { userId: session.userId } })).toBe(0);
  });
});

test("a new cart takes currency and country; an existing one keeps its own", async () => {
  const session = await startGuestSession();
  const query = { currency: "EUR", country: "DE" };
  const made = cartOf(await call(getCart, { session, query }));
  expect(made).toMatchObject({ currency: "EUR", taxIncluded: true });
  const again = cartOf(await call(getCart, { session, query: { currency: "USD", country: "US" } }));
  expect(again).toEqual(made);
  expectInvalid(
    await call(getCart, { query: { currency: "euro", country: "Germany" } }),
    "currency",
    "country",
  );
  expectInvalid(await call(getCart, { query: { currency: "eur" } }), "currency");
});

test("x-platform is WEB or APP in any case, WEB if empty, and stored with the cart; anything else: 400", async () => {
  for (const [given, kept] of [
    ["app", "APP"],
    ["Web", "WEB"],
    [" APP ", "APP"],
    ["", "WEB"],
    [" ", "WEB"],
  ] as const) {
    const reply = await call(getCart, { headers: { "x-platform": given } });
    const row = await db.cart.findUniqueOrThrow({ where: { id: cartOf(reply).id } });
    expect(row.platform).toBe(kept);
  }
  for (const platform of ["IOS", "WEB APP", "null"]) {
    expectInvalid(await call(getCart, { headers: { "x-platform": platform } }), "x-platform");
  }
});
