import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { wireUsAddress } from "#test/support/addresses.ts";
import { guestToken, type Reply, send } from "#test/support/commercetools/call.ts";
import { newCustomer } from "#test/support/commercetools/customers.ts";
import { expectError } from "#test/support/commercetools/shop.ts";
import { statementsOf } from "#test/support/statements.ts";

const shown = ({ status, body }: Reply) => ({ status, body });

test("the entries of a customer's address book are named by id or key", async () => {
  const { customer, me } = await newCustomer();
  const added = await me([
    { action: "addAddress", address: { ...wireUsAddress, key: "home" } },
    { action: "setDefaultShippingAddress", addressKey: "home" },
    { action: "addBillingAddressId", addressKey: "home" },
    { action: "addAddress", address: { country: "DE", city: "Berlin" } },
  ]);
  const [home, berlin] = added.body.addresses;
  expect(shown(added)).toEqual({
    status: 200,
    body: {
      ...customer,
      version: customer.version + 1,
      lastModifiedAt: expect.any(String),
      addresses: [
        { ...wireUsAddress, key: "home", id: expect.any(String) },
        { country: "DE", city: "Berlin", id: expect.any(String) },
      ],
      defaultShippingAddressId: home.id,
      shippingAddressIds: [home.id],
      billingAddressIds: [home.id],
    },
  });

  const address = { country: "DE", city: "Bonn", streetName: "Am Markt", postalCode: "53111" };
  const moved = await me(
    [
      { action: "changeAddress", addressId: berlin.id, address },
      { action: "setDefaultShippingAddress", addressId: berlin.id },
      { action: "setDefaultBillingAddress", addressId: berlin.id },
      { action: "removeBillingAddressId", addressId: home.id },
    ],
    added.body.version,
  );
  expect(moved.body).toEqual({
    ...added.body,
    version: added.body.version + 1,
    lastModifiedAt: expect.any(String),
    addresses: [home, { ...address, id: berlin.id }],
    defaultShippingAddressId: berlin.id,
    defaultBillingAddressId: berlin.id,
    shippingAddressIds: [home.id, berlin.id],
    billingAddressIds: [berlin.id],
  });

  const undone = await me(
    [
      { action: "removeShippingAddressId", addressId: berlin.id },
      { action: "setDefaultBillingAddress", addressId: null },
      { action: "removeAddress", addressKey: "home" },
    ],
    moved.body.version,
  );
  const { defaultShippingAddressId: _, defaultBillingAddressId: __, ...rest } = moved.body;
  expect(undone.body).toEqual({
    ...rest,
    version: moved.body.version + 1,
    lastModifiedAt: expect.any(String),
    addresses: [{ ...address, id: berlin.id }],
    shippingAddressIds: [],
    billingAddressIds: [berlin.id],
  });
});

test("no two addresses of a customer have the same key, and an action names its address", async () => {
  const { me } = await newCustomer();
  const [home, work] = ["home", "work"].map((key) => ({ ...wireUsAddress, key }));
  const added = await me([home, work].map((address) => ({ action: "addAddress", address })));
  const refused = async (action: object, code: string, more = {}) =>
    expectError(await me([action], added.body.version), 400, code, more);
  const taken = { field: "key", duplicateValue: "home" };
  await refused({ action: "addAddress", address: home }, "DuplicateField", taken);
  await refused({ action: "changeAddress", addressKey: "work", address: home }, "DuplicateField", taken);
  const message = "Either 'addressId' or 'addressKey' is needed.";
  await refused({ action: "removeAddress" }, "InvalidOperation", { message });
  const same = { action: "changeAddress", addressKey: "home", address: { ...home, city: "Bath" } };
  expect((await me([same], added.body.version)).status).toBe(200);
  const body = { email: `${randomUUID()}@example.com`, password: "secret", addresses: [home, home] };
  const { token } = await guestToken();
  expectError(await send("POST", "/me/signup", { token, body }), 400, "DuplicateField", taken);
});

test("100 actions take as many statements as two, and an address book has at most 200 entries", async () => {
  const adding = (count: number) =>
    Array.from({ length: count }, () => ({ action: "addAddress", address: wireUsAddress }));
  const { customer, me } = await newCustomer();
  const { length: few } = await statementsOf(() => me(adding(2)));
  const { length: many } = await statementsOf(() => me(adding(100), customer.version + 1));
  expect(many).toBe(few);
  const full = await me(adding(98), customer.version + 2);
  expect(full.body.addresses).toHaveLength(200);
  expectError(await me(adding(1), full.body.version), 400, "InvalidOperation");
  expectError(await me(adding(101), full.body.version), 400, "InvalidJsonInput");
});
