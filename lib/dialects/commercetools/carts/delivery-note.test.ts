import { expect, test } from "vitest";
import { db } from "#lib/platform/database/db.ts";
import { wireUsAddress } from "#test/support/addresses.ts";
import { makeVariant } from "#test/support/catalogue.ts";
import { guestToken, send, serverToken } from "#test/support/commercetools/call.ts";
import { expectError, newCart, order, update, updated } from "#test/support/commercetools/shop.ts";

// The note for the driver is the additionalAddressInfo of the shipping address.

const withNote = { ...wireUsAddress, additionalAddressInfo: "Gate 7\nRing twice" };
const noteOf = async (id: string) => (await db.cart.findUniqueOrThrow({ where: { id } })).deliveryNote;

test("it is read and written with the address, in drafts and actions", async () => {
  const { token } = await guestToken();
  const cart = await newCart(token, { shippingAddress: withNote });
  expect(cart.shippingAddress).toEqual(withNote);
  expect(await noteOf(cart.id)).toBe(withNote.additionalAddressInfo);
  const address = { ...withNote, additionalAddressInfo: "  Leave it\u200B in the shed " };
  const changed = await updated(token, cart, [{ action: "setShippingAddress", address }]);
  expect(changed.shippingAddress).toEqual({ ...withNote, additionalAddressInfo: "Leave it in the shed" });
  const without = await updated(token, changed, [{ action: "setShippingAddress", address: wireUsAddress }]);
  expect([without.shippingAddress, await noteOf(cart.id)]).toEqual([wireUsAddress, null]);
});

test("it is removed with the address; the billing address keeps its own", async () => {
  const { token } = await guestToken();
  const cart = await newCart(token, { shippingAddress: withNote });
  const bill = { ...withNote, additionalAddressInfo: "Attn. accounting" };
  const actions = [{ action: "setShippingAddress" }, { action: "setBillingAddress", address: bill }];
  const changed = await updated(token, cart, actions);
  expect(changed).not.toHaveProperty("shippingAddress");
  expect([changed.billingAddress, await noteOf(cart.id)]).toEqual([bill, null]);
});

test("on an order it is in the address, can be filtered by, and is replicated", async () => {
  const { token } = await guestToken();
  const word = `note-${crypto.randomUUID()}`;
  const shippingAddress = { ...wireUsAddress, additionalAddressInfo: `${word}\nRing twice` };
  const lineItems = [{ sku: (await makeVariant()).sku }];
  const { body: placed } = await order(token, await newCart(token, { shippingAddress, lineItems }));
  expect(placed.shippingAddress).toEqual(shippingAddress);
  const row = await db.order.findUniqueOrThrow({ where: { id: placed.id } });
  expect(row.deliveryNote).toBe(shippingAddress.additionalAddressInfo);
  const where = `shippingAddress(additionalAddressInfo = "${word}\\nRing twice")`;
  const server = await serverToken();
  for (const resource of ["orders", "carts"]) {
    const found = await send("GET", `/${resource}?${new URLSearchParams({ where })}`, { token: server });
    expect([resource, found.body.total], JSON.stringify(found.body)).toEqual([resource, 1]);
  }
  const reference = { typeId: "order", id: placed.id };
  const replica = await send("POST", "/me/carts/replicate", { token, body: { reference } });
  expect(replica.body.shippingAddress).toEqual(shippingAddress);
});

test.each([
  ["of 251 characters", "x".repeat(251)],
  ["with a control character in it", "a\u0007b"],
  ["that is no text", 7],
])("one %s: 400 InvalidJsonInput, and nothing changes", async (_, additionalAddressInfo) => {
  const { token } = await guestToken();
  const cart = await newCart(token, { shippingAddress: withNote });
  const address = { ...wireUsAddress, additionalAddressInfo };
  const reply = await update(token, cart, [{ action: "setShippingAddress", address }]);
  expectError(reply, 400, "InvalidJsonInput");
  expect(await noteOf(cart.id)).toBe(withNote.additionalAddressInfo);
});
