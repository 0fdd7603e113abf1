import { expect, test } from "vitest";
import { db } from "#lib/db.ts";
import { makeDiscount, makeVariant, stockOf } from "#lib/testing/catalogue.ts";
import { guestEmail, place, readyToPlace } from "#lib/testing/checkout.ts";
import { expectFailure, tally } from "#lib/testing/expect.ts";
import { signUp, startGuestSession } from "#lib/testing/sessions.ts";

const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));
const usedCount = async (id: string) => (await db.discount.findUniqueOrThrow({ where: { id } })).usedCount;

test("20 orders at once with a coupon for five: five get it, and nobody pays the full price unasked", async () => {
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

test("a customer's address counts also when a guest has used the coupon with it, and the other way round", async () => {
  const variant = await makeVariant();
  const { code } = await makeDiscount({ oncePerCustomer: true });
  const customer = await signUp();
  const theirs = await readyToPlace({ variant, session: customer, email: customer.email, coupons: [code] });
  const guests = await readyToPlace({ variant, email: customer.email.toUpperCase(), coupons: [code] });
  expect((await place(theirs)).status).toBe(201);
  expect((await place(guests)).body.errorCode).toBe("COUPON_NOT_APPLICABLE");
});

test("orders with the same two coupons in opposite order, many at once: no deadlock comes to light", async () => {
  const variant = await makeVariant({ stock: 50 });
  const codes = [(await makeDiscount()).code, (await makeDiscount()).code];
  const carts = await Promise.all(
    times(20, (index) => readyToPlace({ variant, coupons: index % 2 ? codes : codes.toReversed() })),
  );
  const replies = await Promise.all(carts.map((cart) => place(cart)));
  expect(tally(replies)).toEqual({ "201": 20 });
});
