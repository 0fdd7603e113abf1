import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { wireUsAddress } from "#test/support/addresses.ts";
import { makeVariant } from "#test/support/catalogue.ts";
import { guestEmail } from "#test/support/checkout.ts";
import { guestToken, send, serverToken } from "#test/support/commercetools/call.ts";
import { expectError, newCart } from "#test/support/commercetools/shop.ts";
import { password, signUp } from "#test/support/sessions.ts";

/** A program with a guest's cart, and the variant in it. */
async function programWithGuest() {
  const token = await serverToken();
  const anonymousId = `foobar-${randomUUID()}`;
  const { sku } = await makeVariant();
  const draft = { currency: "USD", country: "US", lineItems: [{ sku }], shippingAddress: wireUsAddress };
  const makeCart = async (more: object = {}) =>
    (await send("POST", "/carts", { token, body: { ...draft, anonymousId, ...more } })).body;
  return { token, anonymousId, makeCart };
}

test("a program's new customer gets the carts and orders of the anonymousId", async () => {
  const { token, anonymousId, makeCart } = await programWithGuest();
  const { id, version } = await makeCart();
  const placed = (await send("POST", "/orders", { token, body: { id, version } })).body;
  const cart = await makeCart();
  const body = { email: guestEmail(), password: "secret", anonymousId, addresses: [wireUsAddress] };
  const created = await send("POST", "/customers", { token, body });
  expect(created.status).toBe(201);
  const customerId = created.body.customer.id;
  expect(created.body.cart).toMatchObject({ id: cart.id, anonymousId, customerId });
  expect(created.body.customer.addresses).toMatchObject([{ city: "Portland", state: "ME", country: "US" }]);
  const found = (await send("GET", `/orders/${placed.id}`, { token })).body;
  expect(found).toMatchObject({ anonymousId, customerId });
  expect((await send("GET", `/carts/customer-id=${customerId}`, { token })).body.id).toBe(cart.id);
});

test("an anonymousCart alone is transferred without other data", async () => {
  const { token, makeCart } = await programWithGuest();
  const [cart, other] = [await makeCart(), await makeCart()];
  const anonymousCart = { typeId: "cart", id: cart.id };
  const body = { email: guestEmail(), password: "secret", anonymousCart };
  const { customer, cart: answered } = (await send("POST", "/customers", { token, body })).body;
  expect(answered).toMatchObject({ id: cart.id, customerId: customer.id });
  expect((await send("GET", `/carts/${other.id}`, { token })).body).not.toHaveProperty("customerId");
});

test("the anonymousCart has to belong to the anonymousId", async () => {
  const { token, makeCart } = await programWithGuest();
  const { email } = await signUp();
  const anonymousCart = { typeId: "cart", id: (await makeCart()).id };
  const body = { email, password, anonymousCart, anonymousId: "other" };
  expectError(await send("POST", "/login", { token, body }), 400, "InvalidOperation");
});

test("a program signs a customer in, and decides what happens to the carts", async () => {
  const { token, anonymousId, makeCart } = await programWithGuest();
  const { email, userId } = await signUp();
  const own = await makeCart({ anonymousId: undefined, customerId: userId });
  const anonymousCart = { typeId: "cart", id: (await makeCart()).id };
  const merged = await send("POST", "/login", { token, body: { email, password, anonymousCart } });
  expect([merged.status, merged.body.cart.id, merged.body.cart.lineItems.length]).toEqual([200, own.id, 1]);
  const kept = await makeCart();
  const mode = { anonymousCartSignInMode: "UseAsNewActiveCustomerCart", anonymousId };
  const body = { email, password, anonymousCart: { id: kept.id }, ...mode };
  expect((await send("POST", "/login", { token, body })).body.cart.id).toBe(kept.id);
  expectError(
    await send("POST", "/login", { token, body: { email, password: "wrong" } }),
    400,
    "InvalidCredentials",
  );
});

test("a guest's cart is merged into a customer's without a sign-in", async () => {
  const { token, anonymousId, makeCart } = await programWithGuest();
  const { userId } = await signUp();
  const own = await makeCart({ anonymousId: undefined, customerId: userId });
  const second = await makeCart();
  const guests = await makeCart();
  const path = `/carts/customer-id=${userId}/merge`;
  const merged = await send("POST", path, { token, body: { anonymousId } });
  expect([merged.status, merged.body.id]).toEqual([200, own.id]);
  expect((await send("GET", `/carts/${guests.id}`, { token })).body.cartState).toBe("Merged");
  expect((await send("GET", `/carts/${second.id}`, { token })).body).toMatchObject({
    customerId: userId,
    anonymousId,
    cartState: "Active",
  });
  const again = await send("POST", path, { token, body: { anonymousId } });
  expectError(again, 400, "InvalidOperation", {
    message: `No active cart has the anonymousId '${anonymousId}'.`,
  });
  const anonymousCart = { typeId: "cart", id: (await makeCart()).id };
  const other = await send("POST", path, { token, body: { anonymousId: "other", anonymousCart } });
  expectError(other, 400, "InvalidOperation");
  const mergeMode = "UseAsNewActiveCustomerCart";
  const kept = await send("POST", path, { token, body: { mergeMode, anonymousCart } });
  expect(kept.body).toMatchObject({ id: anonymousCart.id, customerId: userId, cartState: "Active" });
  expect((await send("POST", path, { token, body: {} })).status).toBe(400);
});

test("the named cart becomes a customer's active one, even if the session changed another one later", async () => {
  const { token, anonymousId, makeCart } = await programWithGuest();
  const { userId } = await signUp();
  const anonymousCart = { typeId: "cart", id: (await makeCart()).id };
  await makeCart();
  const body = { anonymousId, anonymousCart };
  const merged = await send("POST", `/carts/customer-id=${userId}/merge`, { token, body });
  expect(merged.body).toMatchObject({ id: anonymousCart.id, customerId: userId, cartState: "Active" });
});

test("naming another customer's cart does not transfer it", async () => {
  const { token, makeCart } = await programWithGuest();
  const [victim, thief] = [await signUp(), await signUp()];
  const cart = await makeCart({ anonymousId: undefined, customerId: victim.userId });
  const body = { email: thief.email, password, anonymousCart: { id: cart.id } };
  expectError(await send("POST", "/login", { token, body }), 400, "InvalidOperation");
  expect((await send("GET", `/carts/${cart.id}`, { token })).body.customerId).toBe(victim.userId);
});

test("a program that signs in the guest of an active session ends the session", async () => {
  const anonymousId = `phone-${randomUUID()}`;
  const guest = await guestToken(anonymousId);
  await newCart(guest.token);
  const { email } = await signUp();
  const body = { email, password, anonymousId };
  expect((await send("POST", "/login", { token: await serverToken(), body })).status).toBe(200);
  expect((await send("GET", "/me/carts", { token: guest.token })).status).toBe(401);
});

test("deleting an account erases personal data, including that of its orders", async () => {
  const { token, makeCart } = await programWithGuest();
  const { userId } = await signUp();
  const { id, version } = await makeCart({ anonymousId: undefined, customerId: userId });
  const placed = (await send("POST", "/orders", { token, body: { id, version } })).body;
  const path = `/customers/${userId}`;
  expectError(await send("DELETE", `${path}?version=9`, { token }), 409, "ConcurrentModification");
  const erased = `${path}?version=1&dataErasure=true`;
  expectError(await send("DELETE", erased, { token }), 400, "InvalidOperation");
  const actions = [{ action: "changeOrderState", orderState: "Complete" }];
  await send("POST", `/orders/${placed.id}`, { token, body: { version: placed.version, actions } });
  expect(await send("DELETE", erased, { token })).toMatchObject({ status: 200, body: { id: userId } });
  const { shippingAddress, customerEmail } = (await send("GET", `/orders/${placed.id}`, { token })).body;
  expect([shippingAddress, customerEmail]).toEqual([{ country: "US" }, undefined]);
  expectError(await send("GET", path, { token }), 404, "ResourceNotFound");
  const body = { currency: "USD", customerId: userId };
  expectError(await send("POST", "/carts", { token, body }), 400, "ReferencedResourceNotFound");
});

test("only programs can query customers", async () => {
  const { email, userId } = await signUp();
  const token = await serverToken();
  const where = encodeURIComponent(`email = "${email}"`);
  expect((await send("GET", `/customers?where=${where}`, { token })).body).toMatchObject({
    total: 1,
    results: [{ id: userId }],
  });
  expect((await send("GET", `/customers/${userId}`, { token })).body.email).toBe(email);
  const guest = (await guestToken()).token;
  expectError(await send("GET", `/customers/${userId}`, { token: guest }), 403, "insufficient_scope");
});

test("a cart can change from no owner to a guest, to a customer and back", async () => {
  const { token, anonymousId, makeCart } = await programWithGuest();
  const { userId } = await signUp();
  const move = async ({ id, version }: { id: string; version: number }, action: object) =>
    (await send("POST", `/carts/${id}`, { token, body: { version, actions: [action] } })).body;
  const nobodys = await makeCart({ anonymousId: undefined });
  const guests = await move(nobodys, { action: "setAnonymousId", anonymousId });
  expect(guests).toMatchObject({ anonymousId });
  const customers = await move(guests, { action: "setCustomerId", customerId: userId });
  expect(customers).toMatchObject({ anonymousId, customerId: userId });
  const taken = { version: customers.version, actions: [{ action: "setAnonymousId", anonymousId: "other" }] };
  expectError(await send("POST", `/carts/${customers.id}`, { token, body: taken }), 400, "InvalidOperation");
  const back = await move(customers, { action: "setCustomerId" });
  expect(back).not.toHaveProperty("customerId");
  const action = { action: "setCustomerId", customerId: randomUUID() };
  const body = { version: back.version, actions: [action] };
  expectError(await send("POST", `/carts/${back.id}`, { token, body }), 400, "ReferencedResourceNotFound");
});
