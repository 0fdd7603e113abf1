import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { getCart } from "#lib/dialects/store-api/routes/cart.ts";
import { addCartLine as changeLines } from "#lib/dialects/store-api/routes/lines.ts";
import { db, Prisma } from "#lib/platform/database/db.ts";
import { hashEmail } from "#lib/platform/secrets.ts";
import { deAddress, usAddress } from "#test/support/addresses.ts";
import { call } from "#test/support/call.ts";
import { makeDiscount, makeVariant, stockOf } from "#test/support/catalogue.ts";
import { buy, fillCart, place, readyToPlace } from "#test/support/checkout.ts";
import { cartOf, expectFailure } from "#test/support/expect.ts";
import { interleaveAt } from "#test/support/locks.ts";
import { shopperOf, signUp, startGuestSession } from "#test/support/sessions.ts";
import { statementsOf } from "#test/support/statements.ts";
import { loadOrder, placeOrder } from "../index.ts";

const variants = await Promise.all(Array.from({ length: 12 }, () => makeVariant()));
const coupons = await Promise.all([
  makeDiscount({ oncePerCustomer: true }),
  makeDiscount({ kind: "fixed", value: 250n }),
  makeDiscount({ kind: "free_shipping", value: 0n, usageLimit: 1000 }),
]);

/** The `index`th of many carts, which differ in everything that an order copies. */
async function someCart(index: number) {
  const session = index % 3 === 0 ? await signUp() : await startGuestSession();
  const lines = variants
    .slice(0, 1 + (index % variants.length))
    .map(({ variantId }, at) => ({ variantId, quantity: 1 + ((index + at) % 3) }));
  return readyToPlace({
    session,
    lines,
    coupons: coupons.filter((_, at) => index & (1 << at)).map(({ code }) => code),
    address:
      index % 2 === 0
        ? { shippingAddress: usAddress }
        : {
            shippingAddress: deAddress,
            billingAddress: { ...usAddress, line2: "Apt. 7", organization: "Gale & Co" },
          },
  });
}

describe("an order is written exactly as it is returned", () => {
  test.each(Array.from({ length: 12 }, (_, index) => index))("cart %i", async (index) => {
    const { session, cart } = await someCart(index);
    const actor = await shopperOf(session);
    const before = await db.cart.findFirstOrThrow({ where: { userId: session.userId, status: "active" } });
    const by =
      index % 2 === 0
        ? { paymentProvider: "bank-transfer" }
        : { paymentProvider: "demo-card", idempotencyKey: randomUUID() };
    const placed = await placeOrder({ actor }, { cart: { token: cart }, ...by });
    if (placed.attempt) throw new Error("Nobody asked for another page");
    const { order } = placed;
    expect(await loadOrder({ actor }, Prisma.sql`o.id = ${order.id}::uuid`)).toEqual(order);
    const [row, closed, payments, uses, answers] = await Promise.all([
      db.order.findUniqueOrThrow({ where: { id: order.id } }),
      db.cart.findUniqueOrThrow({ where: { id: before.id } }),
      db.payment.findMany({ where: { orderId: order.id } }),
      db.discountUsage.findMany({ where: { orderId: order.id } }),
      db.idempotencyRecord.findMany({ where: { orderId: order.id } }),
    ]);
    expect(row).toMatchObject({ platform: before.platform, cartId: before.id });
    expect(closed).toMatchObject({ status: "ordered", version: before.version + 1, userId: session.userId });
    expect(payments).toEqual([
      expect.objectContaining({
        cartId: before.id,
        provider: by.paymentProvider,
        state: index % 2 === 0 ? "awaited" : "captured",
        captured: BigInt(order.balance.paid),
        amount: BigInt(order.totals.total),
        currency: order.currency,
      }),
    ]);
    expect(uses.map(({ amount, userId }) => [Number(amount), userId]).toSorted()).toEqual(
      order.coupons.map(({ amount }) => [amount, session.userId]).toSorted(),
    );
    expect(answers.map(({ response }) => JSON.parse(response))).toEqual(by.idempotencyKey ? [order] : []);
  });
});

describe("changes that are committed while the order waits for a lock count", () => {
  test("stock that is held for another cart is not sold", async () => {
    const variant = await makeVariant({ stock: 1 });
    const ready = await readyToPlace({ variant });
    const other = await db.cart.create({ data: { tokenHash: randomUUID(), currency: "USD", country: "US" } });
    const { variantId, sku, name } = variant;
    const reply = await interleaveAt(
      Prisma.sql`stock where variant_id = ${variantId}::uuid`,
      () => place(ready),
      async (tx) => {
        const expiresAt = new Date(Date.now() + 60_000);
        await tx.stockHold.create({ data: { cartId: other.id, variantId, quantity: 1, expiresAt } });
      },
    );
    const details = [{ lineId: expect.any(String), variantId, sku, name, requested: 1, available: 0 }];
    expectFailure(reply, "out_of_stock", `Not enough in stock: ${name} is sold out`, details);
    expect(await stockOf(variant)).toBe(1);
  });

  test("a coupon that somebody else used with the account's address cannot be used again", async () => {
    const variant = await makeVariant({ stock: 5 });
    const customer = await signUp();
    const { id, code } = await makeDiscount({ oncePerCustomer: true });
    const ready = await readyToPlace({ variant, session: customer, coupons: [code] });
    const guest = await buy({ variant });
    const reply = await interleaveAt(
      Prisma.sql`discount where id = ${id}::uuid`,
      () => place(ready),
      async (tx) => {
        await tx.discountUsage.create({
          data: {
            discountId: id,
            orderId: guest.order.id,
            userId: guest.session.userId,
            emailHash: hashEmail(customer.email),
            oncePerCustomer: true,
            amount: 1n,
          },
        });
      },
    );
    const details = { code, reason: "already_used" };
    expectFailure(reply, "coupon_not_applicable", `${code} can be used once per customer`, details);
    expect(await stockOf(variant)).toBe(4);
    expect(await db.discount.findUnique({ where: { id } })).toMatchObject({ usedCount: 0 });
  });
});

describe("round trips, including the session's", () => {
  const some = variants.map(({ variantId }) => ({ variantId, quantity: 1 }));

  test.each([
    ["one line", some.slice(0, 1), []],
    ["many lines and coupons", some, coupons.map(({ code }) => code)],
  ])("placing %s takes two, even with an Idempotency-Key", async (_name, lines, codes) => {
    const key = { headers: { "idempotency-key": randomUUID() } };
    for (const input of [{}, key]) {
      const ready = await readyToPlace({ lines, coupons: codes });
      expect(await statementsOf(() => place(ready, input))).toHaveLength(2);
    }
  });

  test("reading the cart takes one, changing it two, whatever is in it", async () => {
    const session = await signUp();
    const body = some[0];
    for (const lines of [some.slice(0, 1), some]) {
      const cart = await fillCart(session, { lines });
      expect(await statementsOf(() => call(getCart, { session, cart }))).toHaveLength(1);
      expect(await statementsOf(() => call(changeLines, { session, cart, body }))).toHaveLength(2);
      expect(cartOf(await call(getCart, { session, cart })).lines).toHaveLength(lines.length);
    }
  });
});
