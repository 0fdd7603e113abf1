import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { db } from "#lib/platform/database/db.ts";
import { makeVariant } from "#test/support/catalogue.ts";
import { guestEmail } from "#test/support/checkout.ts";
import { askToken, customerToken, guestToken, send, shopScopes } from "#test/support/commercetools/call.ts";
import { makeClient } from "#test/support/commercetools/clients.ts";
import { expectError, newCart, order, readyCart, update } from "#test/support/commercetools/shop.ts";
import { password, signUp } from "#test/support/sessions.ts";

const alice = () => ({ firstName: "Alice", lastName: "Doe", email: guestEmail(), password: "secret" });

test("a sign-up transfers the session's carts and orders, with their anonymousId", async () => {
  const client = await makeClient();
  const anonymousId = `phone-${randomUUID()}`;
  const { token } = await guestToken(anonymousId, client);
  const variant = await makeVariant();
  const placed = (await order(token, await readyCart(token, variant))).body;
  const cart = await newCart(token, { lineItems: [{ sku: variant.sku }] });
  const draft = alice();
  const { status, body } = await send("POST", "/me/signup", { token, body: draft });
  expect(status).toBe(201);
  expect(body.customer).toMatchObject({ email: draft.email, firstName: "Alice", isEmailVerified: false });
  expect(JSON.stringify(body)).not.toContain("secret");
  const customerId = body.customer.id;
  expect(body.cart).toMatchObject({ id: cart.id, customerId, anonymousId, cartState: "Active" });

  const alicesToken = await customerToken(draft.email, draft.password, client);
  const carts = (await send("GET", "/me/carts", { token: alicesToken })).body.results;
  expect(carts).toHaveLength(2);
  for (const each of carts) expect(each).toMatchObject({ customerId, anonymousId });
  const orders = (await send("GET", "/me/orders", { token: alicesToken })).body.results;
  expect(orders).toMatchObject([{ id: placed.id, customerId, anonymousId }]);
  const next = await newCart(alicesToken);
  expect(next).toMatchObject({ customerId });
  expect(next).not.toHaveProperty("anonymousId");
});

test("the session's tokens end immediately, and its id stays in use", async () => {
  const client = await makeClient();
  const anonymousId = `phone-${randomUUID()}`;
  const { token, refreshToken } = await guestToken(anonymousId, client);
  await newCart(token);
  await send("POST", "/me/signup", { token, body: alice() });
  const call = await send("GET", "/me/carts", { token });
  expect([call.status, call.body.error]).toEqual([401, "invalid_token"]);
  const refresh = await askToken(
    "/oauth/token",
    `grant_type=refresh_token&refresh_token=${refreshToken}`,
    client,
  );
  expect([refresh.status, refresh.body.error]).toEqual([400, "invalid_grant"]);
  expect((await askToken("/oauth/introspect", `token=${token}`, client)).body).toEqual({ active: false });
  const form = `grant_type=client_credentials&scope=${shopScopes}&anonymous_id=${anonymousId}`;
  const again = await askToken("/oauth/demo/anonymous/token", form, client);
  expect([again.status, again.body.message]).toEqual([400, "The anonymousId is already in use."]);
});

test("a taken address, in any spelling, leaves the session unchanged", async () => {
  const { email } = await signUp();
  const { token } = await guestToken();
  const cart = await newCart(token);
  const draft = { ...alice(), email: email.toUpperCase() };
  const reply = await send("POST", "/me/signup", { token, body: draft });
  expectError(reply, 400, "DuplicateField", { field: "email", duplicateValue: draft.email });
  expect(reply.body.message).toBe("There is already an existing customer with the provided email.");
  expect((await send("GET", `/me/carts/${cart.id}`, { token })).body).toEqual(cart);
});

test("of five sign-ups for one address, one succeeds", async () => {
  const draft = alice();
  const tokens = await Promise.all(Array.from({ length: 5 }, () => guestToken()));
  const replies = await Promise.all(
    tokens.map(({ token }) => send("POST", "/me/signup", { token, body: draft })),
  );
  expect(replies.map(({ status }) => status).toSorted()).toEqual([201, 400, 400, 400, 400]);
  expect(await db.user.count({ where: { email: draft.email } })).toBe(1);
});

test("a wrong password leaves the session unchanged", async () => {
  const { email } = await signUp();
  const { token } = await guestToken();
  const cart = await newCart(token);
  const reply = await send("POST", "/me/login", { token, body: { email, password: "wrong" } });
  expectError(reply, 400, "InvalidCredentials");
  expect((await send("GET", `/me/carts/${cart.id}`, { token })).body).toEqual(cart);
});

/** A customer and a guest, each with a cart of these variants. */
async function twoCarts(customers: Record<string, number>, guests: Record<string, number>) {
  const client = await makeClient();
  const account = await signUp();
  const own = await customerToken(account.email, password, client);
  const lines = (wanted: Record<string, number>) =>
    Object.entries(wanted).map(([sku, quantity]) => ({ sku, quantity }));
  const customerCart =
    Object.keys(customers).length > 0 ? await newCart(own, { lineItems: lines(customers) }) : null;
  const { token } = await guestToken(undefined, client);
  const guestCart = await newCart(token, { lineItems: lines(guests) });
  const logIn = (more: object = {}) =>
    send("POST", "/me/login", { token, body: { email: account.email, password, ...more } });
  return { own, token, customerCart, guestCart, logIn };
}

const quantities = (cart: { lineItems: { variant: { sku: string }; quantity: number }[] }) =>
  Object.fromEntries(cart.lineItems.map(({ variant, quantity }) => [variant.sku, quantity]));

test("carts are merged with the larger quantity of each variant", async () => {
  const [{ sku: x }, { sku: y }] = [await makeVariant(), await makeVariant()];
  const { own, customerCart, guestCart, logIn } = await twoCarts({ [x]: 3 }, { [x]: 1, [y]: 2 });
  const { status, body } = await logIn();
  expect([status, body.cart.id]).toEqual([200, customerCart.id]);
  expect(quantities(body.cart)).toEqual({ [x]: 3, [y]: 2 });
  const merged = (await send("GET", `/me/carts/${guestCart.id}`, { token: own })).body;
  expect(merged.cartState).toBe("Merged");
  expectError(await update(own, merged, [{ action: "setLocale" }]), 400, "InvalidOperation");
  expectError(await order(own, merged), 400, "InvalidOperation");
});

test("five in the guest's cart and three in the customer's give five", async () => {
  const { sku } = await makeVariant();
  const { logIn } = await twoCarts({ [sku]: 3 }, { [sku]: 5 });
  expect(quantities((await logIn()).body.cart)).toEqual({ [sku]: 5 });
});

test("UseAsNewActiveCustomerCart keeps both carts, the guest's as the active one", async () => {
  const [{ sku: x }, { sku: y }] = [await makeVariant(), await makeVariant()];
  const { own, customerCart, guestCart, logIn } = await twoCarts({ [x]: 3 }, { [y]: 2 });
  const { body } = await logIn({ activeCartSignInMode: "UseAsNewActiveCustomerCart" });
  expect(body.cart).toMatchObject({ id: guestCart.id, cartState: "Active" });
  expect(quantities(body.cart)).toEqual({ [y]: 2 });
  expect((await send("GET", "/me/active-cart", { token: own })).body.id).toBe(guestCart.id);
  const old = (await send("GET", `/me/carts/${customerCart.id}`, { token: own })).body;
  expect(old).toMatchObject({ cartState: "Active", version: customerCart.version });
  expect(quantities(old)).toEqual({ [x]: 3 });
});

test("without a customer's cart, the guest's becomes it; other carts are transferred unmerged", async () => {
  const { sku } = await makeVariant();
  const { own, token, guestCart, logIn } = await twoCarts({}, { [sku]: 1 });
  const latest = await newCart(token, { lineItems: [{ sku }] });
  const before = Date.now();
  expect((await logIn()).body.cart.id).toBe(latest.id);
  const newestFirst = "/me/carts?sort=lastModifiedAt%20desc";
  const { results } = (await send("GET", newestFirst, { token: own })).body;
  expect(results.map(({ id }: { id: string }) => id)).toEqual([latest.id, guestCart.id]);
  for (const cart of results) {
    expect(cart).toMatchObject({ version: 2, cartState: "Active", customerId: expect.any(String) });
    // The transfer is a change, from which the days until the cart is deleted count anew.
    expect(Date.parse(cart.lastModifiedAt)).toBeGreaterThan(before - 100);
  }
});

test("a guest's cart that has expired stays so after the sign-in", async () => {
  const { sku } = await makeVariant();
  const { own, guestCart, logIn } = await twoCarts({}, { [sku]: 1 });
  await db.cart.update({ where: { id: guestCart.id }, data: { updatedAt: new Date(0) } });
  expect((await logIn()).body).not.toHaveProperty("cart");
  expect((await send("GET", `/me/carts/${guestCart.id}`, { token: own })).status).toBe(404);
});

test("only the customer can read the profile", async () => {
  const { email } = await signUp();
  const own = await customerToken(email, password);
  const { status, body } = await send("GET", "/me", { token: own });
  expect([status, body.email]).toEqual([200, email]);
  expect(body.password).not.toContain(password);
  expectError(await send("GET", "/me", { token: (await guestToken()).token }), 403, "insufficient_scope");
});
