import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { db, Prisma } from "#lib/platform/database/db.ts";
import { wireUsAddress } from "#test/support/addresses.ts";
import { whileBroken } from "#test/support/broken.ts";
import { makeVariant } from "#test/support/catalogue.ts";
import { guestEmail } from "#test/support/checkout.ts";
import { guestToken, send, serverToken } from "#test/support/commercetools/call.ts";
import { newCustomer } from "#test/support/commercetools/customers.ts";
import { expectError, newCart, readyCart } from "#test/support/commercetools/shop.ts";
import { interleaveAt } from "#test/support/locks.ts";
import { password, signUp } from "#test/support/sessions.ts";

const described = () => ({
  email: guestEmail(),
  password: "secret",
  firstName: "Gale",
  addresses: [wireUsAddress, { ...wireUsAddress, city: "Salem" }],
  defaultShippingAddress: 0,
  defaultBillingAddress: 1,
});

/** Every write of a sign-up, in order. */
const writes = [
  { on: "insert", table: "user" },
  { on: "insert", table: "account" },
  { on: "update", table: "user", when: "new.first_name is not null" },
  { on: "update", table: "user", when: "new.profile is not null" },
  { on: "insert", table: "customer_address", when: "new.city = 'Salem'" },
  { on: "update", table: "cart" },
  { on: "delete", table: "user" },
] as const;

const traces = async (email: string) => [
  await db.user.count({ where: { email } }),
  await db.account.count({ where: { user: { email } } }),
  await db.customerAddress.count({ where: { user: { email } } }),
];

test.each(writes)(
  "a sign-up that fails at the $on of $table $when leaves nothing, and can be repeated",
  async (write) => {
    const { token } = await guestToken();
    const cart = await newCart(token);
    const body = described();
    const failed = await whileBroken(write, () => send("POST", "/me/signup", { token, body }));
    expectError(failed, 500, "General");
    expect(await traces(body.email)).toEqual([0, 0, 0]);
    expect((await send("GET", `/me/carts/${cart.id}`, { token })).body).toEqual(cart);
    const { status, body: created } = await send("POST", "/me/signup", { token, body });
    expect([status, created.cart.id, created.customer.addresses.length]).toEqual([201, cart.id, 2]);
  },
);

test.each(writes)("so does a program's new customer that fails at the $on of $table $when", async (write) => {
  const token = await serverToken();
  const anonymousId = `phone-${randomUUID()}`;
  const cart = await send("POST", "/carts", { token, body: { currency: "USD", anonymousId } });
  const body = { ...described(), key: randomUUID(), customerNumber: randomUUID(), anonymousId };
  const failed = await whileBroken(write, () => send("POST", "/customers", { token, body }));
  expectError(failed, 500, "General");
  expect(await traces(body.email)).toEqual([0, 0, 0]);
  expect((await send("GET", `/carts/${cart.body.id}`, { token })).body).toEqual(cart.body);
  expect((await send("POST", "/customers", { token, body })).status).toBe(201);
});

test.each(["key", "customerNumber", "email"])(
  "of many concurrent sign-ups with one %s, one creates an account",
  async (name) => {
    const token = await serverToken();
    const shared = name === "email" ? guestEmail() : randomUUID();
    const drafts = Array.from({ length: 6 }, () => ({ ...described(), [name]: shared }));
    const replies = await Promise.all(drafts.map((body) => send("POST", "/customers", { token, body })));
    const refused = replies.filter(({ status }) => status !== 201);
    expect(refused.length).toBe(5);
    for (const reply of refused) expectError(reply, 400, "DuplicateField", { field: name });
    expect(await db.user.count({ where: { email: { in: drafts.map(({ email }) => email) } } })).toBe(1);
  },
);

test("an unavailable anonymousCart creates no account", async () => {
  const token = await serverToken();
  const { token: guest } = await guestToken();
  const cart = await readyCart(guest, await makeVariant());
  await send("POST", "/me/orders", { token: guest, body: { id: cart.id, version: cart.version } });
  const body = { ...described(), anonymousCart: { typeId: "cart", id: cart.id } };
  expectError(await send("POST", "/customers", { token, body }), 400, "InvalidOperation");
  expect(await traces(body.email)).toEqual([0, 0, 0]);
  const { anonymousCart: _, ...alone } = body;
  expect((await send("POST", "/customers", { token, body: alone })).status).toBe(201);
});

test("a sign-in that fails while it converts the guest moves nothing, and can be repeated", async () => {
  const { email, userId } = await signUp();
  const { token } = await guestToken();
  const cart = await newCart(token);
  const body = { email, password };
  const login = () => send("POST", "/me/login", { token, body });
  expectError(await whileBroken({ on: "delete", table: "user" }, login), 500, "General");
  expect((await send("GET", `/me/carts/${cart.id}`, { token })).body).toEqual(cart);
  expect(await db.cart.count({ where: { userId } })).toBe(0);
  expect((await login()).body.cart.id).toBe(cart.id);
});

test("an account that is changed while its deletion waits is not deleted", async () => {
  const { customer, program } = await newCustomer();
  const token = await serverToken();
  const path = `/customers/${customer.id}?version=${customer.version}`;
  const refused = await interleaveAt(
    Prisma.sql`"user" where id = ${customer.id}::uuid`,
    () => send("DELETE", path, { token }),
    async (tx) => {
      await tx.user.update({ where: { id: customer.id }, data: { version: { increment: 1 } } });
    },
  );
  expectError(refused, 409, "ConcurrentModification", { currentVersion: customer.version + 1 });
  expect((await program([], customer.version + 1)).status).toBe(200);
});
