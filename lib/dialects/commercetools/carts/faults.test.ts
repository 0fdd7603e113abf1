import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { db } from "#lib/platform/database/db.ts";
import { whileBroken } from "#test/support/broken.ts";
import { send, serverToken } from "#test/support/commercetools/call.ts";
import { expectError, update } from "#test/support/commercetools/shop.ts";

const guestsOf = (anonymousId: string) => db.user.count({ where: { anonymousId } });

test("the guest of an anonymousId is created with the first cart, or not at all", async () => {
  const token = await serverToken();
  const anonymousId = `phone-${randomUUID()}`;
  const start = (draft: object = {}) =>
    send("POST", "/carts", { token, body: { currency: "USD", anonymousId, ...draft } });
  expectError(await start({ lineItems: [{ sku: "no such thing" }] }), 400, "ReferencedResourceNotFound");
  expectError(await whileBroken({ on: "insert", table: "cart" }, start), 500, "General");
  expect(await guestsOf(anonymousId)).toBe(0);
  expect((await start()).status).toBe(201);
  expect(await guestsOf(anonymousId)).toBe(1);
});

test("the guest of a cart's new anonymousId is created with the change, or not at all", async () => {
  const token = await serverToken();
  const anonymousId = `phone-${randomUUID()}`;
  const cart = (await send("POST", "/carts", { token, body: { currency: "USD" } })).body;
  const give = (...more: object[]) => {
    const actions = [{ action: "setAnonymousId", anonymousId }, ...more];
    return send("POST", `/carts/${cart.id}`, { token, body: { version: cart.version, actions } });
  };
  const failed = await give({ action: "removeLineItem", lineItemId: randomUUID() });
  expectError(failed, 400, "InvalidOperation");
  expectError(await whileBroken({ on: "update", table: "cart" }, give), 500, "General");
  expect(await guestsOf(anonymousId)).toBe(0);
  expect((await give()).body).toMatchObject({ anonymousId, version: cart.version + 1 });
});

test.each([{ id: randomUUID() }, { id: "standard" }, { key: "no-such-method" }])(
  "a shipping method that does not exist is a reference to nothing, however it is named: %o",
  async (named) => {
    const token = await serverToken();
    const { body: cart } = await send("POST", "/carts", { token, body: { currency: "USD" } });
    const shippingMethod = { typeId: "shipping-method", ...named };
    const chosen = await update(token, cart, [{ action: "setShippingMethod", shippingMethod }], "/carts");
    const drafted = await send("POST", "/carts", { token, body: { currency: "USD", shippingMethod } });
    for (const reply of [chosen, drafted]) expectError(reply, 400, "ReferencedResourceNotFound");
  },
);
