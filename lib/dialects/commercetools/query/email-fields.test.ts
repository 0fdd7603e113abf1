import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { send, serverToken } from "#test/support/commercetools/call.ts";

const token = await serverToken();
const found = async (path: string, where: string) =>
  (await send("GET", `${path}?where=${encodeURIComponent(where)}`, { token })).body.results.map(
    ({ id }: { id: string }) => id,
  );

test("a customer is found by the address as it was sent, whatever its spelling", async () => {
  const email = `Ada.${randomUUID()}@Müller.Example`;
  const { customer } = (await send("POST", "/customers", { token, body: { email, password: "secret" } }))
    .body;
  for (const sent of [email, customer.email, ` ${email.toUpperCase()} `]) {
    for (const name of ["email", "lowercaseEmail"]) {
      expect(await found("/customers", `${name} = "${sent}"`)).toEqual([customer.id]);
      expect(await found("/customers", `${name} in ("x@example.com", "${sent}")`)).toEqual([customer.id]);
    }
    expect(await found("/customers", `id = "${customer.id}" and email != "${sent}"`)).toEqual([]);
  }
});

test("a cart is found by the international domain as it was sent; letters count, unless their case is ignored", async () => {
  const email = `Ada.${randomUUID()}@müller.example`;
  const { id } = (await send("POST", "/carts", { token, body: { currency: "USD", customerEmail: email } }))
    .body;
  expect(await found("/carts", `customerEmail = "${email}"`)).toEqual([id]);
  expect(await found("/carts", `customerEmail = "${email.toLowerCase()}"`)).toEqual([]);
  expect(await found("/carts", `customerEmail matches ignore case "${email.toUpperCase()}"`)).toEqual([id]);
});
