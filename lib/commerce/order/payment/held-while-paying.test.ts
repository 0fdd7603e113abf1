import { afterEach, expect, test, vi } from "vitest";
import { findCart } from "#lib/commerce/cart/index.ts";
import { findAttempt } from "#lib/commerce/payment/index.ts";
import { asShop } from "#lib/platform/context.ts";
import { db } from "#lib/platform/database/db.ts";
import { type AtTheTill, atTheTill, goToPage, makeDue, orderOf, pay } from "#test/payment/checkout.ts";
import { openGateway } from "#test/payment/gateway.ts";
import { offer } from "#test/payment/offer.ts";
import { makeDiscount } from "#test/support/catalogue.ts";
import { readyToPlace } from "#test/support/checkout.ts";
import { placeOrder, tendDuePayments, visitAttempt } from "../index.ts";
import { leaveAttempt } from "./visit-attempt.ts";

const gateway = openGateway();
offer(gateway.provider);

const attemptOf = (id: string) => findAttempt(asShop, { id });

afterEach(() => gateway.failBy(() => "none"));

test("stock is held until the provider can tell whether it was paid", async () => {
  const shopper = await atTheTill(2);
  const id = await goToPage(shopper);
  gateway.pay(id);
  const minute = 60_000;
  const start = Date.now();
  gateway.failBy(() => "down");
  vi.useFakeTimers({ toFake: ["Date"] });
  try {
    for (let passed = 1; passed <= 90; passed++) {
      vi.setSystemTime(start + passed * minute);
      await tendDuePayments();
    }
    gateway.failBy(() => "none");
    const held = await db.stockHold.findMany({ where: { cartId: shopper.cartId } });
    expect(held.map(({ expiresAt }) => expiresAt.getTime() > Date.now())).toEqual([true]);
    await makeDue(shopper);
    await tendDuePayments();
  } finally {
    vi.useRealTimers();
  }
  expect(await orderOf(shopper)).toMatchObject({ paymentStatus: "paid" });
});

test("the last item can only be bought by others once its open payment has ended", async () => {
  const shopper = await atTheTill(2);
  const other = await readyToPlace({ variant: shopper.variant });
  const id = await goToPage(shopper);
  const buyOther = () =>
    placeOrder(
      { actor: { type: "anonymous", userId: other.session.userId, anonymousId: other.session.userId } },
      { cart: { token: other.cart }, paymentProvider: "gateway", paymentMethod: "direct" },
    );
  await expect(buyOther()).rejects.toMatchObject({ code: "out_of_stock" });
  await db.payment.updateMany({ where: { id }, data: { expiresAt: new Date(0), dueAt: new Date(0) } });
  await tendDuePayments();
  expect((await attemptOf(id))?.state).toBe("expired");
  const [hold] = await db.stockHold.findMany({ where: { cartId: shopper.cartId } });
  expect((hold?.expiresAt.getTime() ?? 0) - Date.now()).toBeLessThanOrEqual(15 * 60_000);
  await db.stockHold.deleteMany({ where: { cartId: shopper.cartId } });
  expect((await buyOther()).attempt).toBeNull();
  expect(gateway.pay(id)).toBe(false);
});

test("the last use of a coupon is held while its cart is being paid for, and free again once nobody pays", async () => {
  const { id: discountId, code } = await makeDiscount({ usageLimit: 1 });
  const [first, second] = [await atTheTill(5, { coupons: [code] }), await atTheTill(5, { coupons: [code] })];
  const id = await goToPage(first);
  await expect(goToPage(second)).rejects.toMatchObject({
    code: "coupon_not_applicable",
    message: `${code} has been used up`,
    details: { code, reason: "used_up" },
  });
  const byTransfer = pay(second, { paymentProvider: "bank-transfer", paymentMethod: undefined });
  await expect(byTransfer).rejects.toMatchObject({ code: "coupon_not_applicable" });
  await leaveAttempt(first.ctx, { id });
  const other = await goToPage(second);
  gateway.pay(other);
  expect((await visitAttempt(second.ctx, { id: other })).order?.coupons).toMatchObject([{ code }]);
  expect(await db.discount.findUnique({ where: { id: discountId } })).toMatchObject({ usedCount: 1 });
  expect(await db.couponHold.count({ where: { discountId } })).toBe(0);
});

test("two tabs that go to pay at once hold the last use of a coupon once", async () => {
  const { code } = await makeDiscount({ usageLimit: 1 });
  const shoppers = await Promise.all([1, 2, 3].map(() => atTheTill(5, { coupons: [code] })));
  const gone = await Promise.allSettled(shoppers.map(goToPage));
  expect(gone.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected", "rejected"]);
});

test("a once-per-customer coupon is held for the person, on every device", async () => {
  const { code } = await makeDiscount({ oncePerCustomer: true });
  const email = `twice-${crypto.randomUUID()}@example.com`;
  const [phone, laptop] = [
    await atTheTill(5, { coupons: [code], email }),
    await atTheTill(5, { coupons: [code], email }),
  ];
  await goToPage(phone);
  await expect(goToPage(laptop)).rejects.toMatchObject({
    code: "coupon_not_applicable",
    details: { code, reason: "already_used" },
  });
  const isUsed = async ({ ctx, cart }: AtTheTill) =>
    (await findCart(ctx, { token: cart }))?.coupons.map(({ usedBefore }) => usedBefore);
  // The hold of the cart that is being paid for is its own.
  expect([await isUsed(phone), await isUsed(laptop)]).toEqual([[false], [true]]);
  const { id: discountId } = await db.discount.findUniqueOrThrow({ where: { code } });
  await db.couponHold.updateMany({ where: { discountId }, data: { expiresAt: new Date(0) } });
  expect(await isUsed(laptop)).toEqual([false]);
});
