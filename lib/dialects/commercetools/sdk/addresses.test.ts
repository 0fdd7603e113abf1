import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { makeVariant } from "#test/support/catalogue.ts";
import { guestToken, send, serverToken } from "#test/support/commercetools/call.ts";
import { fullAddress as address } from "#test/support/commercetools/full-address.ts";
import { newCart, order, update } from "#test/support/commercetools/shop.ts";

const oneByOne = (members: object) => Object.entries(members).filter(([name]) => name !== "country");

describe("an address is returned completely", () => {
  test.each(oneByOne(address))("with %s alone", async (name, value) => {
    const shippingAddress = { country: "US", [name]: value };
    const { token } = await guestToken();
    expect((await newCart(token, { shippingAddress })).shippingAddress).toEqual(shippingAddress);
  });

  test("on a cart, on its order and on their copies", async () => {
    const { token } = await guestToken();
    const { sku } = await makeVariant();
    const billingAddress = { ...address, streetNumber: "15", company: "Bills Inc." };
    const lineItems = [{ sku, key: "gift-1" }];
    const cart = await newCart(token, { lineItems, shippingAddress: address, billingAddress });
    const addresses = { shippingAddress: address, billingAddress };
    const placed = await order(token, cart);
    const reference = { typeId: "order", id: placed.body.id };
    const replica = await send("POST", "/me/carts/replicate", { token, body: { reference } });
    for (const { status, body } of [{ status: 201, body: cart }, placed, replica]) {
      const { shippingAddress: goods, billingAddress: bill } = body;
      expect([status, { shippingAddress: goods, billingAddress: bill }]).toEqual([201, addresses]);
      expect(body.lineItems).toMatchObject([{ key: "gift-1" }]);
    }
    const query = new URLSearchParams({
      where: `id = "${placed.body.id}" and shippingAddress(streetNumber = "14" and company is defined)`,
    });
    expect((await send("GET", `/orders?${query}`, { token: await serverToken() })).body.total).toBe(1);
  });

  test("through update actions, and in an address book with its default flags", async () => {
    const token = await serverToken();
    const { body: cart } = await send("POST", "/carts", { token, body: { currency: "USD" } });
    const actions = [
      { action: "setShippingAddress", address },
      { action: "setBillingAddress", address: { ...address, fax: "1" } },
    ];
    const changed = await update(token, cart, actions, "/carts");
    expect(changed.body).toMatchObject({
      shippingAddress: address,
      billingAddress: { ...address, fax: "1" },
    });
    const draft = {
      email: `kept-${randomUUID()}@example.com`,
      password: "secret secret",
      addresses: [address, { country: "DE" }, { country: "US", pOBox: "7" }],
      defaultShippingAddress: 2,
      defaultBillingAddress: 0,
      shippingAddresses: [1],
      billingAddresses: [1],
    };
    const { status, body } = await send("POST", "/customers", { token, body: draft });
    expect(status).toBe(201);
    const { customer } = body;
    const ids = customer.addresses.map(({ id }: { id: string }) => id);
    const { id: _, ...parts } = address;
    expect(customer.addresses).toEqual([
      { ...parts, id: ids[0] },
      { country: "DE", id: ids[1] },
      { country: "US", pOBox: "7", id: ids[2] },
    ]);
    expect(customer).toMatchObject({
      defaultShippingAddressId: ids[2],
      defaultBillingAddressId: ids[0],
      shippingAddressIds: [ids[1], ids[2]],
      billingAddressIds: [ids[0], ids[1]],
    });
  });
});
