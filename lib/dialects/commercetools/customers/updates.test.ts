import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { db } from "#lib/platform/database/db.ts";
import { wireUsAddress } from "#test/support/addresses.ts";
import { guestEmail } from "#test/support/checkout.ts";
import {
  customerToken,
  guestToken,
  type Reply,
  send,
  serverToken,
} from "#test/support/commercetools/call.ts";
import { newCustomer } from "#test/support/commercetools/customers.ts";
import { expectError } from "#test/support/commercetools/shop.ts";

const server = await serverToken();
const password = "secret";

const shown = ({ status, body }: Reply) => ({ status, body });

test("a customer changes the own profile, in one new version", async () => {
  const { customer, token, me } = await newCustomer({ title: "Dr", companyName: "Acme" });
  const email = guestEmail().toUpperCase();
  const changed = await me([
    { action: "setFirstName", firstName: "Ann" },
    { action: "setLastName", lastName: "Doe" },
    { action: "setMiddleName", middleName: "B." },
    { action: "setTitle" },
    { action: "setSalutation", salutation: "Ms" },
    { action: "setDateOfBirth", dateOfBirth: "1990-05-17" },
    { action: "setCompanyName", companyName: "" },
    { action: "setVatId", vatId: "DE123" },
    { action: "setLocale", locale: "de-DE" },
    { action: "changeEmail", email },
  ]);
  const { title: _, companyName: __, ...kept } = customer;
  const expected = {
    ...kept,
    version: customer.version + 1,
    lastModifiedAt: expect.any(String),
    email: email.toLowerCase(),
    firstName: "Ann",
    lastName: "Doe",
    middleName: "B.",
    salutation: "Ms",
    dateOfBirth: "1990-05-17",
    vatId: "DE123",
    locale: "de-DE",
  };
  expect(shown(changed)).toEqual({ status: 200, body: expected });
  expect((await send("GET", "/me", { token })).body).toEqual(changed.body);
  expect(await db.user.findUniqueOrThrow({ where: { id: customer.id } })).toMatchObject({ name: "Ann Doe" });
});

test("a program changes any customer, by id or by key, including what only the merchant sets", async () => {
  const { customer, program } = await newCustomer();
  const key = `crm-${randomUUID()}`;
  const changed = await program([
    { action: "setKey", key },
    { action: "setCustomerNumber", customerNumber: key },
    { action: "setExternalId", externalId: "e-1" },
  ]);
  const expected = { ...customer, key, customerNumber: key, externalId: "e-1" };
  expect(changed.body).toEqual({
    ...expected,
    version: customer.version + 1,
    lastModifiedAt: expect.any(String),
  });
  const byKey = `/customers/key=${key}`;
  expect((await send("GET", byKey, { token: server })).body).toEqual(changed.body);
  const { version } = changed.body;
  const renamed = { version, actions: [{ action: "setLastName", lastName: "Roe" }] };
  expect((await send("POST", byKey, { token: server, body: renamed })).body.lastName).toBe("Roe");
  const number = [{ action: "setCustomerNumber", customerNumber: "other" }];
  expectError(await program(number, version + 1), 400, "InvalidOperation");
  const other = await newCustomer();
  expectError(await other.program([{ action: "setKey", key }]), 400, "DuplicateField", { field: "key" });
  expect((await send("DELETE", `${byKey}?version=${version + 1}`, { token: server })).status).toBe(200);
  expectError(await send("GET", byKey, { token: server }), 404, "ResourceNotFound");
});

test("all actions are applied or none, at the version that the client has", async () => {
  const { customer, token, me, program } = await newCustomer();
  const first = { action: "setFirstName", firstName: "Ann" };
  for (const wrong of [
    { action: "removeAddress", addressId: randomUUID() },
    { action: "changeAddress", addressKey: "none", address: wireUsAddress },
    { action: "addShippingAddressId" },
  ])
    expectError(await me([first, wrong]), 400, "InvalidOperation");
  expectError(await me([first, { action: "setKey", key: "no-shopper" }]), 400, "InvalidJsonInput");
  expectError(
    await me([first, { action: "setDateOfBirth", dateOfBirth: "17.5.1990" }]),
    400,
    "InvalidJsonInput",
  );
  expectError(await program([first], customer.version + 4), 409, "ConcurrentModification", {
    currentVersion: customer.version,
  });
  expectError(await me([first], customer.version + 4), 409, "ConcurrentModification");
  expect((await send("GET", "/me", { token })).body).toEqual(customer);
  expect((await me([{ action: "setFirstName", firstName: "Cora" }])).body).toEqual(customer);
  const guest = (await guestToken()).token;
  const body = { version: customer.version, actions: [first] };
  expectError(await send("POST", "/me", { token: guest, body }), 403, "insufficient_scope");
  expectError(await send("POST", `/customers/${customer.id}`, { token, body }), 403, "insufficient_scope");
  expectError(
    await send("POST", `/customers/${randomUUID()}`, { token: server, body }),
    404,
    "ResourceNotFound",
  );
});

test("a new email address has to be free, is not proven, and ends links in the former mailbox", async () => {
  const { customer, email, me } = await newCustomer();
  const other = await newCustomer();
  expectError(await me([{ action: "changeEmail", email: other.email }]), 400, "DuplicateField", {
    field: "email",
  });
  await db.user.update({
    where: { id: customer.id },
    data: { emailVerified: true, ownerProvenAt: new Date() },
  });
  const link = { value: customer.id, expiresAt: new Date(Date.now() + 60_000) };
  await db.verification.create({ data: { identifier: randomUUID(), ...link } });
  const moved = guestEmail();
  expect((await me([{ action: "changeEmail", email: moved }])).body).toMatchObject({
    email: moved,
    isEmailVerified: false,
  });
  expect(await db.verification.count({ where: { value: customer.id } })).toBe(0);
  const stored = await db.user.findUniqueOrThrow({ where: { id: customer.id } });
  expect(stored).toMatchObject({ emailVerified: false, ownerProvenAt: null });
  expect(await customerToken(moved, password)).not.toBe("undefined");
  expect(await customerToken(email, password)).toBe("undefined");
});

test("of two changes at one version, one is made and the other is told the new version", async () => {
  const { customer, me, program } = await newCustomer();
  const replies = await Promise.all([
    me([{ action: "addAddress", address: wireUsAddress }]),
    program([{ action: "addAddress", address: wireUsAddress }]),
  ]);
  expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  const lost = replies.find(({ status }) => status === 409);
  expect(lost?.body.errors[0].currentVersion).toBe(customer.version + 1);
});
