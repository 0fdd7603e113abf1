import { expect, test } from "vitest";
import { getCart, removeCoupon } from "#lib/dialects/store-api/routes/cart.ts";
import { db } from "#lib/platform/database/db.ts";
import { byPage } from "#test/payment/by-api.ts";
import { openGateway } from "#test/payment/gateway.ts";
import { offer } from "#test/payment/offer.ts";
import { call } from "#test/support/call.ts";
import { makeDiscount, makeVariant, stockOf } from "#test/support/catalogue.ts";
import { buy, giveContact, guestEmail, place, readyToPlace } from "#test/support/checkout.ts";
import { cartOf, expectFailure, orderOf, tally } from "#test/support/expect.ts";
import { signUp, startGuestSession } from "#test/support/sessions.ts";

offer(openGateway().provider);

const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));
const usedCount = async (id: string) => (await db.discount.findUniqueOrThrow({ where: { id } })).usedCount;

test("20 concurrent orders with a coupon for five: five get it, and none is charged the full price unasked", async () => {
  const variant = await makeVariant({ stock: 20 });
  const { id, code } = await makeDiscount({ usageLimit: 5 });
  const guests = await Promise.all(times(20, () => readyToPlace({ variant, coupons: [code] })));
  const replies = await Promise.all(guests.map((guest) => place(guest)));
  expect(tally(replies)).toEqual({ "201": 5, "400 COUPON_NOT_APPLICABLE": 15 });
  expect(await usedCount(id)).toBe(5);
  expect(await db.discountUsage.count({ where: { discountId: id } })).toBe(5);
  expect(await stockOf(variant)).toBe(15);
  for (const reply of replies.filter(({ status }) => status === 400)) {
    expectFailure(reply, "coupon_not_applicable", `${code} has been used up`, { code, reason: "used_up" });
  }
});

test("20 sessions with one mailbox, spelt in any case, use a once-per-customer coupon once", async () => {
  const variant = await makeVariant({ stock: 20 });
  const { id, code } = await makeDiscount({ oncePerCustomer: true });
  const email = guestEmail();
  const spelt = (index: number) => (index % 2 ? email.toUpperCase() : ` ${email} `);
  const guests = await Promise.all(
    times(20, (index) => readyToPlace({ variant, coupons: [code], email: spelt(index) })),
  );
  const replies = await Promise.all(guests.map((guest) => place(guest)));
  expect(tally(replies)).toEqual({ "201": 1, "400 COUPON_NOT_APPLICABLE": 19 });
  expect(await usedCount(id)).toBe(1);
  expect(await stockOf(variant)).toBe(19);
  for (const reply of replies.filter(({ status }) => status === 400)) {
    const why = `${code} can be used once per customer`;
    expectFailure(reply, "coupon_not_applicable", why, { code, reason: "already_used" });
  }
});

test("one session with many mailboxes uses a once-per-customer coupon once", async () => {
  const variant = await makeVariant();
  const { id, code } = await makeDiscount({ oncePerCustomer: true });
  const session = await startGuestSession();
  const first = await readyToPlace({ variant, session, coupons: [code] });
  expect((await place(first)).status).toBe(201);
  await expect(readyToPlace({ variant, session, coupons: [code] })).rejects.toThrow("once per customer");
  expect(await usedCount(id)).toBe(1);
});

test("a customer's address counts if a guest has used the coupon with it, and vice versa", async () => {
  const variant = await makeVariant();
  const { code } = await makeDiscount({ oncePerCustomer: true });
  const customer = await signUp();
  const theirs = await readyToPlace({ variant, session: customer, email: customer.email, coupons: [code] });
  const guests = await readyToPlace({ variant, email: customer.email.toUpperCase(), coupons: [code] });
  expect((await place(theirs)).status).toBe(201);
  expect((await place(guests)).body.errorCode).toBe("COUPON_NOT_APPLICABLE");
});

test("many concurrent orders with the same two coupons in opposite order: no visible deadlock", async () => {
  const variant = await makeVariant({ stock: 50 });
  const codes = [(await makeDiscount()).code, (await makeDiscount()).code];
  const carts = await Promise.all(
    times(20, (index) => readyToPlace({ variant, coupons: index % 2 ? codes : codes.toReversed() })),
  );
  const replies = await Promise.all(carts.map((cart) => place(cart)));
  expect(tally(replies)).toEqual({ "201": 20 });
});

test.each([
  [
    "next to one that takes everything",
    { kind: "fixed", value: 300, currency: "USD" },
    { kind: "percentage", value: 100 },
  ],
  [
    "for shipping that is already free",
    { kind: "free_shipping", value: 0 },
    { kind: "free_shipping", value: 0 },
  ],
] as const)(
  "a coupon %s takes nothing off: it is not on the order and not used up",
  async (_case, idle, first) => {
    const variant = await makeVariant();
    const { code: earlier } = await makeDiscount(first);
    const { id, code } = await makeDiscount({ ...idle, usageLimit: 1, oncePerCustomer: true });
    const ready = await readyToPlace({ variant, coupons: [earlier, code] });
    const order = orderOf(await place(ready));
    expect(order.coupons.map((coupon) => coupon.code)).toEqual([earlier]);
    expect(await usedCount(id)).toBe(0);
    expect(await db.discountUsage.count({ where: { discountId: id } })).toBe(0);
    const next = orderOf(await place(await readyToPlace({ variant, email: ready.email, coupons: [code] })));
    expect(next.coupons.map((coupon) => coupon.code)).toEqual([code]);
  },
);

test("an expired coupon does not block an order that was shown without it", async () => {
  const { id, code } = await makeDiscount();
  const ready = await readyToPlace({ variant: await makeVariant(), coupons: [code] });
  await db.discount.update({ where: { id }, data: { endsAt: new Date() } });
  const why = { code, reason: "expired" };
  expectFailure(await place(ready), "coupon_not_applicable", `${code} has expired`, why);
  const shown = cartOf(await call(getCart, ready));
  expect(shown.coupons).toEqual([{ code, amount: 0, applies: false }]);
  const order = orderOf(await place(ready));
  expect([order.coupons, order.totals]).toEqual([[], shown.totals]);
});

test("once the contact is known, a used coupon takes nothing off and does not block the order", async () => {
  const variant = await makeVariant();
  const { id, code } = await makeDiscount({ oncePerCustomer: true });
  const { email } = await buy({ variant, coupons: [code] });
  const session = await startGuestSession();
  const ready = await readyToPlace({ variant, session, coupons: [code] });
  expect(cartOf(await call(getCart, ready)).coupons).toMatchObject([{ amount: 100, applies: true }]);
  await giveContact(ready, { email: email.toUpperCase() });
  const why = `${code} can be used once per customer`;
  expectFailure(await place(ready), "coupon_not_applicable", why, { code, reason: "already_used" });
  expect(cartOf(await call(getCart, ready)).coupons).toEqual([{ code, amount: 0, applies: false }]);
  expect(orderOf(await place(ready)).coupons).toEqual([]);
  expect(await usedCount(id)).toBe(1);
});

test("a rejected coupon can be removed, and the order placed without it", async () => {
  const { id, code } = await makeDiscount();
  const ready = await readyToPlace({ variant: await makeVariant(), coupons: [code] });
  await db.discount.update({ where: { id }, data: { usageLimit: 0 } });
  expect((await place(ready)).body.errorCode).toBe("COUPON_NOT_APPLICABLE");
  const { totals } = cartOf(await call(removeCoupon, { ...ready, params: { code } }));
  expect(orderOf(await place(ready)).totals).toEqual(totals);
});

test("a shopper is told before paying if somebody else is paying with the last use of the coupon", async () => {
  const { code } = await makeDiscount({ usageLimit: 1 });
  const shoppers = [1, 2].map(async () =>
    readyToPlace({ variant: await makeVariant({ stock: 5 }), coupons: [code] }),
  );
  const [first, second] = await Promise.all(shoppers);
  if (!first || !second) throw new Error("Two shoppers are needed");
  expect((await place(first, byPage)).status).toBe(202);
  expectFailure(await place(second, byPage), "coupon_not_applicable", `${code} has been used up`, {
    code,
    reason: "used_up",
  });
});
