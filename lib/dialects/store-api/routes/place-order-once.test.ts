import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { db } from "#lib/platform/database/db.ts";
import { makeVariant, stockOf } from "#test/support/catalogue.ts";
import { place, readyToPlace } from "#test/support/checkout.ts";
import { expectFailure, orderOf, tally } from "#test/support/expect.ts";
import { countJobs } from "#test/support/jobs.ts";
import { startGuestSession } from "#test/support/sessions.ts";

const replayed = "idempotency-replayed";
const times = (count: number) => Array.from({ length: count });
const withKey = (key: string) => ({ headers: { "idempotency-key": key } });

// Has to be the first test of the file, so that the process has not placed or published anything before.
test("100 concurrent calls for one cart, in a new process, give one order, one event and one answer", async () => {
  const variant = await makeVariant({ stock: 10 });
  const ready = await readyToPlace({ variant, quantity: 2 });
  const replies = await Promise.all(times(100).map(() => place(ready)));
  expect(tally(replies)).toEqual({ "201": 100 });
  expect(new Set(replies.map(({ text }) => text)).size).toBe(1);
  expect(replies.filter(({ headers }) => headers.get(replayed) === null)).toHaveLength(1);
  const [first] = replies;
  const { id } = orderOf(first ?? (await place(ready)));
  expect(await db.order.count({ where: { userId: ready.session.userId } })).toBe(1);
  expect(await db.orderEvent.count({ where: { orderId: id } })).toBe(1);
  expect(await db.payment.count({ where: { orderId: id } })).toBe(1);
  expect(await countJobs("order.placed", id)).toBe(1);
  expect(await stockOf(variant)).toBe(8);
});

test("100 concurrent calls by card, some with a key and some without, give one order and one payment", async () => {
  const variant = await makeVariant({ stock: 10 });
  const ready = await readyToPlace({ variant });
  const keys = [randomUUID(), randomUUID(), null];
  const body = { paymentProvider: "demo-card" };
  const replies = await Promise.all(
    times(100).map((_, index) => {
      const key = keys[index % keys.length];
      return place(ready, { body, ...(key && withKey(key)) });
    }),
  );
  expect(tally(replies)).toEqual({ "201": 100 });
  expect(new Set(replies.map(({ text }) => text)).size).toBe(1);
  expect(
    await db.payment.count({ where: { orderId: { not: null }, cart: { userId: ready.session.userId } } }),
  ).toBe(1);
  expect(await stockOf(variant)).toBe(9);
});

test("a key that an earlier version of the shop answered leads to the order as it is now", async () => {
  const ready = await readyToPlace({ variant: await makeVariant() });
  const key = randomUUID();
  const first = await place(ready, withKey(key));
  const { response } = await db.idempotencyRecord.findFirstOrThrow({ where: { key } });
  const { balance: _balance, ...earlier } = JSON.parse(response);
  await db.idempotencyRecord.updateMany({ where: { key }, data: { response: JSON.stringify(earlier) } });
  const again = await place(ready, withKey(key));
  expect([again.status, again.headers.get(replayed), again.text]).toEqual([201, "true", first.text]);
});

test("an ordered cart always answers with its order", async () => {
  const ready = await readyToPlace({ variant: await makeVariant() });
  const first = await place(ready);
  const again = await place(ready, {
    body: { paymentProvider: "cash-on-delivery", cartVersion: ready.version },
  });
  expect(again.text).toBe(first.text);
  expect(again.cart).toBe(ready.cart);
  expect(again.headers.get(replayed)).toBe("true");
});

describe("an Idempotency-Key", () => {
  test("gets the same bytes again, even if the order has changed since", async () => {
    const ready = await readyToPlace({ variant: await makeVariant() });
    const key = randomUUID();
    const first = await place(ready, withKey(key));
    expect(first.headers.get(replayed)).toBeNull();
    await db.order.update({ where: { id: orderOf(first).id }, data: { status: "fulfilled" } });
    const again = await place(ready, withKey(key));
    expect(again.text).toBe(first.text);
    expect(again.status).toBe(first.status);
    expect(again.cart).toBe(first.cart);
    expect(again.headers.get(replayed)).toBe("true");
  });

  test("with another body, or for another cart, is rejected: 422", async () => {
    const variant = await makeVariant();
    const ready = await readyToPlace({ variant });
    const key = randomUUID();
    await place(ready, withKey(key));
    const other = await readyToPlace({ variant, session: ready.session });
    expect(other.cart).not.toBe(ready.cart);
    const message = "This Idempotency-Key was used for another request";
    const refused = [
      await place(ready, { ...withKey(key), body: { paymentProvider: "cash-on-delivery" } }),
      await place(ready, { ...withKey(key), body: { paymentProvider: "bank-transfer", cartVersion: 1 } }),
      await place(other, withKey(key)),
    ];
    for (const reply of refused) expectFailure(reply, "idempotency_key_reused", message);
    expect(orderOf(await place(other)).id).not.toBe(orderOf(await place(ready)).id);
  });

  test("used for two carts concurrently orders one; the other answers 422 and keeps its stock", async () => {
    const variant = await makeVariant({ stock: 10 });
    const guest = await startGuestSession();
    const first = await readyToPlace({ variant, session: guest });
    await db.cart.updateMany({ where: { userId: guest.userId }, data: { userId: null } });
    const second = await readyToPlace({ variant, session: guest });
    expect(second.cart).not.toBe(first.cart);
    const key = randomUUID();
    const replies = await Promise.all([place(first, withKey(key)), place(second, withKey(key))]);
    expect(tally(replies)).toEqual({ "201": 1, "422 IDEMPOTENCY_KEY_REUSED": 1 });
    expect(await stockOf(variant)).toBe(9);
  });

  test.each([
    ["without a provider's call", ["bank-transfer", "cash-on-delivery"]],
    ["by card or not", ["demo-card", "cash-on-delivery"]],
  ])("used for different requests concurrently, %s, answers one of them", async (_, providers) => {
    const ready = await readyToPlace({ variant: await makeVariant() });
    const key = randomUUID();
    const replies = await Promise.all(
      times(8).map((_, index) =>
        place(ready, { ...withKey(key), body: { paymentProvider: providers[index % 2] } }),
      ),
    );
    const answers = [0, 1].map((which) => tally(replies.filter((_, index) => index % 2 === which)));
    expect(answers).toContainEqual({ "201": 4 });
    expect(answers).toContainEqual({ "422 IDEMPOTENCY_KEY_REUSED": 4 });
    expect(await db.order.count({ where: { userId: ready.session.userId } })).toBe(1);
  });

  test("belongs to one shopper: the same key of another shopper is independent", async () => {
    const variant = await makeVariant();
    const [one, other] = [await readyToPlace({ variant }), await readyToPlace({ variant })];
    const key = randomUUID();
    const replies = [await place(one, withKey(key)), await place(other, withKey(key))];
    expect(tally(replies)).toEqual({ "201": 2 });
    expect(replies.map(({ headers }) => headers.get(replayed))).toEqual([null, null]);
    expect(new Set(replies.map((reply) => orderOf(reply).id)).size).toBe(2);
  });

  test("of a rejected call is not used up", async () => {
    const ready = await readyToPlace({ variant: await makeVariant() });
    const key = randomUUID();
    const card = (paymentMethod: string) => ({
      ...withKey(key),
      body: { paymentProvider: "demo-card", paymentMethod },
    });
    expect((await place(ready, card("card_declines"))).body.errorCode).toBe("PAYMENT_DECLINED");
    expect(orderOf(await place(ready, card("card_succeeds"))).paymentStatus).toBe("paid");
  });
});
