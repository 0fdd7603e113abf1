import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { wireUsAddress } from "#test/support/addresses.ts";
import { makeDiscount, makeShippingMethod, makeVariant, type Sellable } from "#test/support/catalogue.ts";
import { guestToken, type Reply, send, serverToken } from "#test/support/commercetools/call.ts";
import { add, newCart, order, update, updated } from "#test/support/commercetools/shop.ts";
import { holdsAsync } from "#test/support/property.ts";

// What the answer to a change says of a cart is what the next reader finds.

type Wire = Reply["body"];

let token: string;
const variants: Sellable[] = [];
const codes: string[] = [];
let methodId: string;

beforeAll(async () => {
  ({ token } = await guestToken());
  for (const amount of [999, 1001, 2503]) {
    const prices = [
      { currency: "USD", amount },
      { currency: "USD", country: "DE", amount: amount + 7 },
    ];
    variants.push(await makeVariant({ prices, stock: 1000 }));
  }
  for (const value of [33, 7]) codes.push((await makeDiscount({ value })).code);
  codes.push((await makeDiscount({ kind: "fixed", value: 501, currency: "USD" })).code);
  codes.push((await makeDiscount({ kind: "free_shipping", value: 0 })).code);
  methodId = (await makeShippingMethod()).id;
});

const read = async ({ id }: Wire) => (await send("GET", `/me/carts/${id}`, { token })).body;

test("codes of a draft take off in the order in which they were given", async () => {
  const [percent = "", , fixed = ""] = codes;
  const [variant] = variants;
  const totals = [];
  for (const discountCodes of [
    [percent, fixed],
    [fixed, percent],
  ]) {
    const shippingAddress = wireUsAddress;
    const cart = await newCart(token, { lineItems: [{ sku: variant?.sku }], discountCodes, shippingAddress });
    expect(await read(cart)).toEqual(cart);
    const placed = await order(token, cart);
    expect([placed.status, placed.body.totalPrice]).toEqual([201, cart.totalPrice]);
    totals.push(cart.totalPrice.centAmount);
  }
  expect(totals).toEqual([999 - 330 - 501, 999 - 501 - 164]);
});

test("a line that is removed and added again in one request is a new line at the end", async () => {
  const lineItems = variants.map(({ sku }) => ({ sku }));
  const cart = await newCart(token, { lineItems });
  const [first, ...others] = cart.lineItems;
  const [variant] = variants;
  if (!variant) throw new Error("There are variants");
  const changed = await updated(token, cart, [
    { action: "removeLineItem", lineItemId: first.id },
    add(variant),
  ]);
  expect(changed.lineItems.map(({ id }: Wire) => id)).toEqual([
    ...others.map(({ id }: Wire) => id),
    expect.not.stringContaining(first.id),
  ]);
  expect(await read(changed)).toEqual(changed);
  const again = { action: "changeLineItemQuantity", lineItemId: changed.lineItems[2].id, quantity: 2 };
  expect((await update(token, changed, [again])).status).toBe(200);
});

test("a code that the new owner has used no longer applies", async () => {
  const program = await serverToken();
  const [variant] = variants;
  const { code } = await makeDiscount({ oncePerCustomer: true });
  const anonymousId = `buyer-${randomUUID()}`;
  const [buyer, lineItems] = [await guestToken(anonymousId), [{ sku: variant?.sku }]];
  await order(
    buyer.token,
    await newCart(buyer.token, { lineItems, discountCodes: [code], shippingAddress: wireUsAddress }),
  );
  const draft = { currency: "USD", shippingAddress: wireUsAddress, lineItems, discountCodes: [code] };
  const cart = (await send("POST", "/carts", { token: program, body: draft })).body;
  expect(cart.discountCodes).toMatchObject([{ state: "MatchesCart" }]);
  const owner = { action: "setAnonymousId", anonymousId };
  const given = await updated(program, cart, [owner], "/carts");
  expect(given.discountCodes).toMatchObject([{ state: "DoesNotMatchCart" }]);
  expect((await send("GET", `/carts/${cart.id}`, { token: program })).body).toEqual(given);
});

const deAddress = {
  country: "DE",
  lastName: "Guest",
  streetName: "Am Hafen 1",
  city: "Kiel",
  postalCode: "24103",
};

/** An action for the cart as it was when the request began, by numbers. */
function actionFor(cart: Wire, [kind, which, quantity]: readonly [number, number, number]): object {
  const line = cart.lineItems[which % Math.max(1, cart.lineItems.length)];
  const code = cart.discountCodes[which % Math.max(1, cart.discountCodes.length)];
  const { sku } = variants[which % variants.length] ?? {};
  const added = {
    action: "addLineItem",
    sku,
    quantity: quantity + 1,
    ...(quantity === 3 && { key: `key-${which}` }),
  };
  const actions = [
    added,
    added,
    line ? { action: "removeLineItem", lineItemId: line.id } : added,
    line ? { action: "changeLineItemQuantity", lineItemId: line.id, quantity } : added,
    { action: "addDiscountCode", code: codes[which % codes.length] },
    code ? { action: "removeDiscountCode", ...code } : { action: "recalculate" },
    { action: "setShippingAddress", ...(quantity > 0 && { address: which % 2 ? wireUsAddress : deAddress }) },
    {
      action: "setShippingMethod",
      ...(quantity > 0 && { shippingMethod: { typeId: "shipping-method", id: methodId } }),
    },
  ];
  return actions[kind % actions.length] ?? added;
}

const numbers = fc.tuple(fc.nat(7), fc.nat(11), fc.nat(3));

test("after any changes", async () => {
  await holdsAsync(
    fc.asyncProperty(
      fc.array(fc.array(numbers, { minLength: 1, maxLength: 6 }), { maxLength: 6 }),
      async (requests) => {
        let cart = await newCart(token);
        for (const request of requests) {
          const reply = await update(
            token,
            cart,
            request.map((action) => actionFor(cart, action)),
          );
          expect([200, 400], JSON.stringify(reply.body)).toContain(reply.status);
          if (reply.status === 200) cart = reply.body;
          expect(await read(cart)).toEqual(cart);
        }
      },
    ),
    60,
  );
}, 60_000);
