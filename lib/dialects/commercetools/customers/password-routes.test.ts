import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { db } from "#lib/platform/database/db.ts";
import { send, serverToken } from "#test/support/commercetools/call.ts";
import { countOrders, newBuyer } from "#test/support/commercetools/customers.ts";
import { expectError } from "#test/support/commercetools/shop.ts";
import { signUp } from "#test/support/sessions.ts";

const server = await serverToken();
const post = (path: string, body: object, token = server) => send("POST", path, { token, body });
const read = async ({ id }: { id: string }) =>
  (await send("GET", `/customers/${id}`, { token: server })).body;

test("a customer changes the password: the former one and everything it opened end", async () => {
  const { customer, email, token, refresh, signsIn } = await newBuyer();
  const change = (body: object) =>
    post("/me/password", { version: customer.version, newPassword: "another", ...body }, token);
  const wrong = await change({ currentPassword: "guess" });
  expect({ status: wrong.status, body: wrong.body }).toEqual({
    status: 400,
    body: {
      statusCode: 400,
      message: "The given current password does not match.",
      errors: [{ code: "InvalidCurrentPassword", message: "The given current password does not match." }],
    },
  });
  expectError(await change({ currentPassword: "secret", version: 7 }), 409, "ConcurrentModification");
  expectError(await change({ currentPassword: "secret", newPassword: "" }), 400, "InvalidJsonInput");
  expect(await signsIn("secret")).toBe(true);

  const changed = await change({ currentPassword: "secret" });
  expect({ status: changed.status, body: changed.body }).toEqual({
    status: 200,
    body: { ...customer, version: customer.version + 1, lastModifiedAt: expect.any(String) },
  });
  expectError(await send("GET", "/me", { token }), 401, "invalid_token");
  expectError(await refresh(), 400, "invalid_grant");
  expect([await signsIn("secret"), await signsIn("another")]).toEqual([false, true]);
  expect(await countOrders(email, "another")).toBe(1);
});

test("a changed password ends sessions of the shop and mailed links, too", async () => {
  const { userId, email } = await signUp();
  const link = { value: userId, expiresAt: new Date(Date.now() + 60_000) };
  await db.verification.create({ data: { identifier: randomUUID(), ...link } });
  const { id, version } = await read({ id: userId });
  const body = { id, version, currentPassword: "a password for tests", newPassword: "secret" };
  expect((await post("/customers/password", body)).body).toMatchObject({ id, email, version: version + 1 });
  expect(await db.session.count({ where: { userId } })).toBe(0);
  expect(await db.verification.count({ where: { value: userId } })).toBe(0);
  expectError(await post("/customers/password", { ...body, id: randomUUID() }), 404, "ResourceNotFound");
});

test("of two password changes at once, one is made", async () => {
  const { customer, token, signsIn } = await newBuyer();
  const change = (newPassword: string) =>
    post("/me/password", { version: customer.version, currentPassword: "secret", newPassword }, token);
  const replies = await Promise.all([change("first one"), change("second one")]);
  expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
  const works = [await signsIn("first one"), await signsIn("second one")];
  expect(works).toEqual(replies.map(({ status }) => status === 200));
});
