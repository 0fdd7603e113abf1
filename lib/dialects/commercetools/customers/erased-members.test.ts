import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { send, serverToken } from "#test/support/commercetools/call.ts";
import { dumpDatabase } from "#test/support/dump.ts";

test("no personal data from a client outlives the account", async () => {
  const token = await serverToken();
  const word = `erased-${randomUUID()}`;
  const [company, middleName, customerNumber, building] = ["a", "b", "c", "d"].map((end) => word + end);
  const draft = {
    email: `${word}@example.com`,
    password: "secret secret",
    middleName,
    customerNumber,
    addresses: [{ country: "US", company }],
  };
  const { customer } = (await send("POST", "/customers", { token, body: draft })).body;
  const cart = { currency: "USD", customerId: customer.id, shippingAddress: { country: "US", building } };
  expect((await send("POST", "/carts", { token, body: cart })).status).toBe(201);
  const dump = async () => [...(await dumpDatabase()).values()].join("\n");
  for (const text of [company, middleName, customerNumber, building]) expect(await dump()).toContain(text);
  const path = `/customers/${customer.id}?version=${customer.version}`;
  expect((await send("DELETE", path, { token })).status).toBe(200);
  expect(await dump()).not.toContain(word);
});
