import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { db, Prisma } from "#lib/platform/database/db.ts";
import { guestEmail } from "#test/support/checkout.ts";
import { guestToken, send, serverToken } from "#test/support/commercetools/call.ts";
import { countOrders, newBuyer } from "#test/support/commercetools/customers.ts";
import { expectError } from "#test/support/commercetools/shop.ts";
import { interleaveAt } from "#test/support/locks.ts";
import { authRequest } from "#test/support/sessions.ts";

const server = await serverToken();
const post = (path: string, body: object, token = server) => send("POST", path, { token, body });
const read = async ({ id }: { id: string }) =>
  (await send("GET", `/customers/${id}`, { token: server })).body;

test("a program mails a token, which sets a new password once", async () => {
  const { customer, email, token, signsIn } = await newBuyer();
  const confirmation = await post("/customers/email-token", { id: customer.id, ttlMinutes: 60 });
  await post("/me/email/confirm", { tokenValue: confirmation.body.value }, token);

  const reply = await post("/customers/password-token", { email: email.toUpperCase(), ttlMinutes: 60 });
  expect({ status: reply.status, body: reply.body }).toEqual({
    status: 200,
    body: {
      id: expect.any(String),
      createdAt: expect.any(String),
      lastModifiedAt: reply.body.createdAt,
      customerId: customer.id,
      expiresAt: new Date(Date.parse(reply.body.createdAt) + 3_600_000).toISOString(),
      value: expect.stringMatching(/^[\w-]{43}$/),
      invalidateOlderTokens: false,
    },
  });
  const tokenValue = reply.body.value;
  const path = `/customers/password-token=${tokenValue}`;
  const before = await read(customer);
  expect((await send("GET", path, { token: server })).body).toEqual(before);
  const body = { tokenValue, newPassword: "another" };
  expectError(
    await post("/customers/password/reset", { ...body, version: 9 }),
    409,
    "ConcurrentModification",
  );

  const reset = await post("/customers/password/reset", { ...body, version: before.version });
  expect({ status: reset.status, body: reset.body }).toEqual({
    status: 200,
    body: { ...before, version: before.version + 1, lastModifiedAt: expect.any(String) },
  });
  expect(reset.body.addresses).toHaveLength(1);
  expect([await signsIn("secret"), await signsIn("another")]).toEqual([false, true]);
  expectError(await send("GET", "/me", { token }), 401, "invalid_token");
  expect(await countOrders(email, "another")).toBe(1);
  for (const door of ["/customers/password/reset", "/customers/email/confirm"])
    expectError(await post(door, body), 404, "ResourceNotFound");
  expectError(await send("GET", path, { token: server }), 404, "ResourceNotFound");
});

test("a guest's or a program's token is enough to use a mailed one below /me", async () => {
  const { customer, email, signsIn } = await newBuyer();
  const { value: tokenValue } = (await post("/customers/password-token", { email })).body;
  const guest = (await guestToken()).token;
  const reset = await post("/me/password/reset", { tokenValue, newPassword: "another" }, guest);
  expect([reset.status, reset.body.id]).toEqual([200, customer.id]);
  expect(await signsIn("another")).toBe(true);
});

test("a reset before the mailbox was proven empties the account, as in the shop", async () => {
  const { customer, email } = await newBuyer();
  const named = { key: `key-${randomUUID()}`, customerNumber: randomUUID(), externalId: "crm-9" };
  const actions = [
    { action: "setKey", key: named.key },
    { action: "setCustomerNumber", customerNumber: named.customerNumber },
    { action: "setExternalId", externalId: named.externalId },
    { action: "setCompanyName", companyName: "Stranger & Co." },
  ];
  expect((await post(`/customers/${customer.id}`, { version: customer.version, actions })).status).toBe(200);
  const { value: tokenValue } = (await post("/customers/password-token", { email })).body;
  const reset = await post("/customers/password/reset", { tokenValue, newPassword: "another" });
  expect(reset.body).toMatchObject({ id: customer.id, addresses: [], isEmailVerified: true, ...named });
  expect(reset.body).not.toHaveProperty("companyName");
  expect(await countOrders(email, "another")).toBe(0);
});

test("a token confirms the address that it was made for; in the account it proves the mailbox", async () => {
  const { customer, token } = await newBuyer();
  const confirm = async (door: string, caller: string) => {
    const { version } = await read(customer);
    const draft = { id: customer.id, version, ttlMinutes: 5 };
    const { value: tokenValue } = (await post("/customers/email-token", draft)).body;
    return post(door, { tokenValue }, caller);
  };
  const proven = async () => (await db.user.findUniqueOrThrow({ where: { id: customer.id } })).ownerProvenAt;
  const elsewhere = await confirm("/customers/email/confirm", server);
  expect({ status: elsewhere.status, body: elsewhere.body }).toEqual({
    status: 200,
    body: {
      ...customer,
      isEmailVerified: true,
      version: customer.version + 1,
      lastModifiedAt: expect.any(String),
    },
  });
  expect(await proven()).toBe(null);
  for (const { token: stranger } of [await guestToken(), await newBuyer()]) {
    expect((await confirm("/me/email/confirm", stranger)).status).toBe(200);
    expect(await proven()).toBe(null);
  }
  expect((await confirm("/me/email/confirm", token)).status).toBe(200);
  expect(await proven()).toBeInstanceOf(Date);

  const { version } = await read(customer);
  const { value: tokenValue } = (await post("/customers/email-token", { id: customer.id, ttlMinutes: 5 }))
    .body;
  const actions = [{ action: "changeEmail", email: guestEmail() }];
  expect((await post(`/customers/${customer.id}`, { version, actions })).status).toBe(200);
  expectError(await post("/customers/email/confirm", { tokenValue }), 404, "ResourceNotFound");
});

test("tokens expire, and end with newer ones if asked", async () => {
  const { customer, email } = await newBuyer();
  const make = async (more: object = {}) =>
    (await post("/customers/password-token", { email, ttlMinutes: 5, ...more })).body;
  const [older, expired] = [await make(), await make()];
  await db.verification.update({ where: { id: expired.id }, data: { expiresAt: new Date(0) } });
  const use = ({ value: tokenValue }: { value: string }) =>
    post("/customers/password/reset", { tokenValue, newPassword: "another" });
  expectError(await use(expired), 400, "ExpiredCustomerPasswordToken", {
    message: "The given password token has expired.",
  });
  const newer = await make({ invalidateOlderTokens: true });
  expect(newer).toMatchObject({ invalidateOlderTokens: true });
  expectError(await use(older), 404, "ResourceNotFound");
  expect((await use(newer)).status).toBe(200);

  const confirmation = (await post("/customers/email-token", { id: customer.id, ttlMinutes: 5 })).body;
  await db.verification.update({ where: { id: confirmation.id }, data: { expiresAt: new Date(0) } });
  const late = await post("/customers/email/confirm", { tokenValue: confirmation.value });
  expectError(late, 400, "ExpiredCustomerEmailToken", { message: "The given email token has expired." });
});

test("only programs make tokens, for accounts that exist, and the shop's own page refuses them", async () => {
  const { customer, email, token } = await newBuyer();
  expectError(await post("/customers/password-token", { email }, token), 403, "insufficient_scope");
  expectError(await post("/customers/password-token", { email: guestEmail() }), 404, "ResourceNotFound");
  const draft = { id: customer.id, ttlMinutes: 5 };
  expectError(await post("/customers/email-token", { ...draft, version: 8 }), 409, "ConcurrentModification");
  expectError(
    await post("/customers/email-token", { ...draft, ttlMinutes: 43_201 }),
    400,
    "InvalidJsonInput",
  );
  const { value } = (await post("/customers/password-token", { email })).body;
  const { POST } = await import("#app/auth/[...all]/route.ts");
  const atTheShop = await POST(
    authRequest("/auth/reset-password", { token: value, newPassword: "a long one" }),
  );
  expect(atTheShop.status).toBe(400);
});

test("a token does nothing for an account that is changed while it waits, and stays usable", async () => {
  const { customer } = await newBuyer();
  const { value: tokenValue } = (await post("/customers/email-token", { id: customer.id, ttlMinutes: 60 }))
    .body;
  const confirm = () => post("/customers/email/confirm", { tokenValue, version: customer.version });
  const refused = await interleaveAt(
    Prisma.sql`"user" where id = ${customer.id}::uuid`,
    confirm,
    async (tx) => {
      await tx.user.update({ where: { id: customer.id }, data: { version: { increment: 1 } } });
    },
  );
  expectError(refused, 409, "ConcurrentModification", { currentVersion: customer.version + 1 });
  expect((await read(customer)).isEmailVerified).toBe(false);
  expect((await post("/customers/email/confirm", { tokenValue })).body.isEmailVerified).toBe(true);
});
