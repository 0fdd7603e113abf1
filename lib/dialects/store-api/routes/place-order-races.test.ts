import { expect, test, vi } from "vitest";
import { providerNamed } from "#lib/commerce/payment/index.ts";
import { getCart } from "#lib/dialects/store-api/routes/cart.ts";
import { db, type Transaction } from "#lib/platform/database/db.ts";
import { call } from "#test/support/call.ts";
import { makeDiscount, makeVariant, stockOf } from "#test/support/catalogue.ts";
import { place, type Ready, readyToPlace } from "#test/support/checkout.ts";
import { cartOf, expectFailure, orderOf } from "#test/support/expect.ts";
import { interleave } from "#test/support/locks.ts";
import { signUp } from "#test/support/sessions.ts";

const changed = "The cart has changed. Look at it before you order.";
const byCard = (paymentMethod: string) => ({ body: { paymentProvider: "demo-card", paymentMethod } });

async function deleteGuest(tx: Transaction, { session }: Ready): Promise<void> {
  const { userId } = await signUp();
  await tx.cart.updateMany({ where: { userId: session.userId }, data: { userId } });
  await tx.user.delete({ where: { id: session.userId } });
}

async function expectNothingLeft(cartId: string): Promise<void> {
  expect(await db.order.count({ where: { cartId } })).toBe(0);
  expect(await db.payment.count({ where: { cartId, orderId: { not: null } } })).toBe(0);
  const [jobs] = await db.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from pgboss.job j
    where data ->> 'type' = 'order.placed' and not exists (select 1 from "order" o where o.id::text = j.data ->> 'orderId')`;
  expect(jobs?.count).toBe(0);
  const cart = await db.cart.findUniqueOrThrow({ where: { id: cartId } });
  expect(cart.status).not.toBe("ordered");
}

test("a guest who is deleted while ordering gets SESSION_CHANGED, and stock, coupon and cart are unchanged", async () => {
  const variant = await makeVariant({ stock: 5 });
  const discount = await makeDiscount();
  const ready = await readyToPlace({ variant, quantity: 2, coupons: [discount.code] });
  const { id } = cartOf(await call(getCart, ready));
  const reply = await interleave(
    id,
    () => place(ready),
    (tx) => deleteGuest(tx, ready),
  );
  expectFailure(reply, "session_changed", "Your session has ended. Load the page again.");
  await expectNothingLeft(id);
  expect(await stockOf(variant)).toBe(5);
  expect(await db.discount.findUnique({ where: { id: discount.id } })).toMatchObject({ usedCount: 0 });
});

test("a cart that is merged while it is being ordered is not ordered too", async () => {
  const variant = await makeVariant({ stock: 5 });
  const ready = await readyToPlace({ variant });
  const { id } = cartOf(await call(getCart, ready));
  const reply = await interleave(
    id,
    () => place(ready),
    async (tx) => {
      await tx.cart.update({ where: { id }, data: { status: "merged", version: { increment: 1 } } });
    },
  );
  const { version } = ready;
  expectFailure(reply, "cart_changed", changed, [{ what: "version", was: version, is: version + 1 }]);
  await expectNothingLeft(id);
  expect(await stockOf(variant)).toBe(5);
});

test("a cart that changes during the card payment: CART_CHANGED, and after reading it, it can be ordered", async () => {
  const variant = await makeVariant({ stock: 5 });
  const ready = await readyToPlace({ variant });
  const { id } = cartOf(await call(getCart, ready));
  const reply = await interleave(
    id,
    () => place(ready, byCard("card_succeeds")),
    async (tx) => {
      await tx.cartLine.updateMany({ where: { cartId: id }, data: { quantity: 3 } });
      await tx.cart.update({ where: { id }, data: { version: { increment: 1 } } });
    },
  );
  const { version } = ready;
  expectFailure(reply, "cart_changed", changed, [{ what: "version", was: version, is: version + 1 }]);
  expect(await stockOf(variant)).toBe(5);
  cartOf(await call(getCart, ready));
  expect(orderOf(await place(ready, byCard("card_succeeds"))).lines[0]?.quantity).toBe(3);
  expect(await stockOf(variant)).toBe(2);
});

test.concurrent("two tabs, one waiting for a slow card: one order and one payment, which both get", async () => {
  const ready = await readyToPlace({ variant: await makeVariant({ stock: 5 }) });
  const [late, quick] = await Promise.all([
    place(ready, byCard("card_late")),
    place(ready, byCard("card_succeeds")),
  ]);
  expect(orderOf(late)).toEqual(orderOf(quick));
  expect(quick.headers.get("idempotency-replayed")).toBeNull();
  expect(late.headers.get("idempotency-replayed")).toBe("true");
  expect(await db.payment.count({ where: { orderId: orderOf(late).id } })).toBe(1);
});

test.concurrent("a coupon that expires during the card payment still applies: the order costs what was authorized", async () => {
  const { id, code } = await makeDiscount();
  const ready = await readyToPlace({ variant: await makeVariant(), coupons: [code] });
  const endsAt = new Date(Date.now() + 2_500);
  await db.discount.update({ where: { id }, data: { endsAt } });
  const shown = cartOf(await call(getCart, ready));
  const order = orderOf(await place(ready, byCard("card_late")));
  expect(Date.now()).toBeGreaterThan(endsAt.getTime());
  expect(order.totals).toEqual(shown.totals);
  expect(order.coupons).toEqual([{ code, amount: 100 }]);
});

test("a declined card changes neither cart nor stock, and another method works immediately", async () => {
  const variant = await makeVariant({ stock: 5 });
  const ready = await readyToPlace({ variant });
  const before = cartOf(await call(getCart, ready));
  const declined = { provider: "demo-card", method: "card_declines" };
  for (const _ of [1, 2]) {
    const reply = await place(ready, byCard("card_declines"));
    expectFailure(reply, "payment_declined", "The card was declined", declined);
  }
  expect(cartOf(await call(getCart, ready))).toEqual(before);
  expect(await stockOf(variant)).toBe(5);
  const order = orderOf(
    await place(ready, { body: { paymentProvider: "demo-card", cartVersion: ready.version } }),
  );
  expect(order.payment).toEqual({ provider: "demo-card", method: "card_succeeds", status: "paid" });
  const attempts = await db.payment.findMany({ where: { cartId: before.id }, orderBy: { createdAt: "asc" } });
  expect(attempts.map(({ state }) => state)).toEqual(["declined", "declined", "captured"]);
});

test("a card that was charged for an order that could not be placed is refunded, and can be tried again", async () => {
  const variant = await makeVariant({ stock: 1 });
  const ready = await readyToPlace({ variant });
  const { id: cartId } = cartOf(await call(getCart, ready));
  const setStock = (quantity: number) =>
    db.stock.update({ where: { variantId: variant.variantId }, data: { quantity } });
  const card = providerNamed("demo-card");
  const charge = card.start.bind(card);
  const start = vi.spyOn(card, "start").mockImplementationOnce(async (opening) => {
    await setStock(0);
    return charge(opening);
  });
  const reply = await place(ready, byCard("card_succeeds"));
  start.mockRestore();
  expect(reply.body.errorCode).toBe("OUT_OF_STOCK");
  await setStock(1);
  expect(orderOf(await place(ready, byCard("card_succeeds"))).paymentStatus).toBe("paid");
  const attempts = await db.payment.findMany({ where: { cartId }, orderBy: { createdAt: "asc" } });
  expect(attempts.map(({ state }) => state)).toEqual(["refunded", "captured"]);
});

test("two payment methods chosen at the same moment: one order, and everybody gets it", async () => {
  const ways = [byCard("card_succeeds"), { body: { paymentProvider: "bank-transfer" } }];
  for (let round = 0; round < 12; round++) {
    const ready = await readyToPlace({ variant: await makeVariant({ stock: 9 }) });
    const replies = await Promise.all([0, 1, 2, 3, 4, 5, 6].map((at) => place(ready, ways[at % 2])));
    expect(replies.map(({ status, body }) => [status, body.errorCode])).toEqual(
      Array(7).fill([201, undefined]),
    );
    expect(new Set(replies.map((reply) => orderOf(reply).id)).size).toBe(1);
  }
});
