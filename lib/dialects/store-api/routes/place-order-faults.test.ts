import { describe, expect, test } from "vitest";
import { getCart, listShippingMethods as listMethods } from "#lib/dialects/store-api/routes/cart.ts";
import { cancelOrder as cancel } from "#lib/dialects/store-api/routes/orders.ts";
import { db } from "#lib/platform/database/db.ts";
import { call } from "#test/support/call.ts";
import { makeDiscount, makeVariant, type Sellable, setPrice, stockOf } from "#test/support/catalogue.ts";
import { giveContact, place, type Ready, readyToPlace } from "#test/support/checkout.ts";
import { cartOf, expectFailure, orderOf } from "#test/support/expect.ts";

const changed = "The cart has changed. Look at it before you order.";
const look = async (ready: Ready) => cartOf(await call(getCart, ready));
const body = { paymentProvider: "bank-transfer" };

type Set = Ready & { variant: Sellable; code: string };

/** Two items of 10.00 with 10 % off and 5.00 shipping: 1800 + 500 + 144 tax. */
async function readySet(): Promise<Set> {
  const variant = await makeVariant();
  const { code } = await makeDiscount();
  return { ...(await readyToPlace({ variant, quantity: 2, coupons: [code] })), variant, code };
}

const setShipping = ({ methodId }: Set, price: number) =>
  db.shippingMethod.update({ where: { id: methodId }, data: { prices: { USD: price } } });

describe("no shopper is charged an amount that was not shown", () => {
  test.each<[string, (set: Set) => Promise<unknown>, string[]]>([
    ["the price of a line", ({ variant }) => setPrice(variant, 1500), ["lines", "coupons", "tax", "total"]],
    ["the shipping price", (set) => setShipping(set, 4900), ["shipping", "total"]],
    [
      "the value of a coupon",
      ({ code }) => db.discount.update({ where: { code }, data: { value: 5 } }),
      ["coupons", "tax", "total"],
    ],
    [
      "a minimum spend",
      ({ code }) => db.discount.update({ where: { code }, data: { minimumSpend: 9_999 } }),
      ["coupons", "tax", "total"],
    ],
  ])("%s changes: CART_CHANGED names it until the cart was read", async (_cause, move, what) => {
    const set = await readySet();
    const before = await look(set);
    expect(before.totals).toMatchObject({
      subtotal: 2000,
      discount: 200,
      shipping: 500,
      tax: 144,
      total: 2444,
    });
    await move(set);
    const told = await place(set, { body: { ...body, expectedTotal: 2444 } });
    for (const reply of [await place(set), await place(set), told]) {
      expect(reply.body).toMatchObject({ statusCode: 409, errorCode: "CART_CHANGED", message: changed });
      const details = reply.body.details as { what: string; was: number; is: number }[];
      expect(details.map((entry) => entry.what)).toEqual(what);
      expect(details.at(-1)?.was).toBe(2444);
    }
    expect(await stockOf(set.variant)).toBe(100);
    const after = await look(set);
    expect(told.body.details).toContainEqual({ what: "total", was: 2444, is: after.totals.total });
    expect(after.version).toBe(before.version + 1);
    expect((await look(set)).version).toBe(after.version);
    expect(orderOf(await place(set)).totals).toEqual(after.totals);
  });

  test("a new tax table after a deployment: CART_CHANGED", async () => {
    const set = await readySet();
    const shown = { lines: 2000, coupons: 200, shipping: 500, tax: 0, total: 2300 };
    await db.cart.updateMany({ where: { userId: set.session.userId }, data: { shown } });
    expectFailure(await place(set), "cart_changed", changed, [
      { what: "tax", was: 0, is: 144 },
      { what: "total", was: 2300, is: 2444 },
    ]);
  });

  test("the total in an error is accepted as agreed, an older one never is", async () => {
    const set = await readySet();
    await setShipping(set, 4900);
    const old = { body: { ...body, expectedTotal: 2444 } };
    expectFailure(await place(set, old), "cart_changed", changed, [
      { what: "shipping", was: 500, is: 4900 },
      { what: "total", was: 2444, is: 6844 },
    ]);
    await look(set);
    expect((await place(set, old)).body.errorCode).toBe("CART_CHANGED");
    expect(orderOf(await place(set, { body: { ...body, expectedTotal: 6844 } })).totals.total).toBe(6844);
  });

  test("answers that do not show the cart do not count as showing it", async () => {
    const set = await readySet();
    await setPrice(set.variant, 1500);
    await giveContact(set, { email: set.email });
    await call(listMethods, set);
    expect((await place(set)).body.errorCode).toBe("CART_CHANGED");
  });

  test("a repeated Idempotency-Key gets the same answer, whatever has changed since; another total is a different request", async () => {
    const set = await readySet();
    const headers = { "idempotency-key": `seen-${set.version}` };
    const agreed = { headers, body: { ...body, expectedTotal: 2444 } };
    const first = await place(set, agreed);
    await setShipping(set, 4900);
    const again = await place(set, agreed);
    expect([again.status, again.text]).toEqual([201, first.text]);
    const other = await place(set, { headers, body: { ...body, expectedTotal: 2445 } });
    expect(other.body.errorCode).toBe("IDEMPOTENCY_KEY_REUSED");
  });
});

describe("an order that costs nothing", () => {
  async function free(): Promise<Ready & { variant: Sellable }> {
    const variant = await makeVariant();
    const all = await makeDiscount({ value: 100 });
    const shipping = await makeDiscount({ kind: "free_shipping", value: 0 });
    return { ...(await readyToPlace({ variant, coupons: [all.code, shipping.code] })), variant };
  }

  test.each([
    ["without a provider", { expectedTotal: 0 }],
    ["with a card that would be declined", { paymentProvider: "demo-card", paymentMethod: "card_declines" }],
    ["with a bank transfer", { paymentProvider: "bank-transfer" }],
    ["with a provider that is not offered", { paymentProvider: "gold" }],
  ])("%s: no provider is called, it is confirmed and paid, and it can be cancelled", async (_how, body) => {
    const ready = await free();
    const order = orderOf(await place(ready, { body }));
    expect(order).toMatchObject({ status: "confirmed", paymentStatus: "paid", payment: null });
    expect(order.totals.total).toBe(0);
    expect(order.events.map(({ type }) => type)).toEqual(["order.placed", "order.confirmed"]);
    expect(await db.payment.count({ where: { orderId: order.id } })).toBe(0);
    const cancelled = orderOf(await call(cancel, { session: ready.session, params: { id: order.id } }));
    expect(cancelled).toMatchObject({ status: "cancelled", payment: null });
    expect(await stockOf(ready.variant)).toBe(100);
  });
});
