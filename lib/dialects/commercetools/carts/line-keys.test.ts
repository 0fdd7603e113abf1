import { expect, test } from "vitest";
import { makeVariant } from "#test/support/catalogue.ts";
import { send, serverToken } from "#test/support/commercetools/call.ts";
import { update } from "#test/support/commercetools/shop.ts";

test("a line is changed and removed by its key, which is unique in its cart", async () => {
  const token = await serverToken();
  const [first, second] = [await makeVariant(), await makeVariant()];
  const lineItems = [{ sku: first.sku, key: "first" }];
  const { body: cart } = await send("POST", "/carts", { token, body: { currency: "USD", lineItems } });
  const taken = await update(
    token,
    cart,
    [{ action: "addLineItem", sku: second.sku, key: "first" }],
    "/carts",
  );
  expect(taken.body.errors).toMatchObject([{ code: "DuplicateField", field: "key" }]);
  const renamed = await update(
    token,
    cart,
    [{ action: "addLineItem", sku: first.sku, key: "other" }],
    "/carts",
  );
  expect(renamed.body.errors).toMatchObject([{ code: "InvalidOperation" }]);
  const three = { action: "changeLineItemQuantity", lineItemKey: "first", quantity: 3 };
  const changed = await update(token, cart, [three], "/carts");
  const { addedAt } = cart.lineItems[0];
  expect(changed.body.lineItems).toMatchObject([{ key: "first", quantity: 3, addedAt }]);
  const gone = await update(
    token,
    changed.body,
    [{ action: "removeLineItem", lineItemKey: "first" }],
    "/carts",
  );
  expect(gone.body.lineItems).toEqual([]);
});
