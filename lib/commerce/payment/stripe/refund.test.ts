import { describe, expect, test } from "vitest";
import { openStripeShop } from "#test/fakes/stripe/open-shop.ts";

const shop = await openStripeShop();

const unavailable = { name: "DomainError", code: "unavailable" };

describe("refunding", () => {
  const given = async (reference: string) => {
    const { payment_intent: intent } = await shop.api.checkout.sessions.retrieve(reference);
    const { data } = await shop.api.refunds.list({ payment_intent: String(intent), limit: 100 });
    return data.map(({ amount }) => amount);
  };

  test("refunds each amount once, however often and concurrently it is requested", async () => {
    const attempt = await shop.paid();
    const results = await Promise.allSettled(
      ["a", "b", "a", "b"].map((key) => shop.provider.refund(attempt, 1000, `${attempt.id}-${key}`)),
    );
    expect(results.map(({ status }) => status)).toEqual(Array(4).fill("fulfilled"));
    expect(await shop.provider.refund(attempt, 1000, `${attempt.id}-a`)).toMatchObject({
      state: "captured",
      captured: 2740,
      refunded: 2000,
    });
    expect(await given(attempt.reference)).toEqual([1000, 1000]);
    expect(await shop.provider.refund(attempt, 740, `${attempt.id}-c`)).toMatchObject({
      state: "refunded",
      refunded: 2740,
    });
  });

  test("more than the rest is an error; what was already refunded manually is not", async () => {
    const attempt = await shop.paid();
    await expect(shop.provider.refund(attempt, 2741, attempt.id)).rejects.toMatchObject(unavailable);
    const { payment_intent: intent } = await shop.api.checkout.sessions.retrieve(attempt.reference);
    await shop.api.refunds.create({ payment_intent: String(intent) });
    expect(await shop.provider.refund(attempt, 2740, `${attempt.id}-2`)).toMatchObject({
      state: "refunded",
      refunded: 2740,
    });
  });

  // Runs last, because it moves the clock.
  test("whose answer was lost is not made twice, even if Stripe has forgotten the key", async () => {
    const attempt = await shop.paid();
    await shop.fake.control("fault", { call: "refunds.create", kind: "error-after" });
    await expect(shop.provider.refund(attempt, 1000, attempt.id)).rejects.toMatchObject(unavailable);
    await shop.fake.control("advance", { seconds: 25 * 3600 });
    expect(await shop.provider.refund(attempt, 1000, attempt.id)).toMatchObject({ refunded: 1000 });
    expect(await given(attempt.reference)).toEqual([1000]);
  });
});
