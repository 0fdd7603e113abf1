import type Stripe from "stripe";
import { describe, expect, test } from "vitest";
import { openFakeStripe } from "./open-shop.ts";
import { stripeClient, twoJumpers } from "./shop.ts";

const { fake, stripe } = await openFakeStripe();

describe("keys", () => {
  test("give the same answer to the same call", async () => {
    const params = twoJumpers();
    const first = await stripe.checkout.sessions.create(params, { idempotencyKey: "same" });
    const second = await stripe.checkout.sessions.create(params, { idempotencyKey: "same" });
    expect(second.id).toBe(first.id);
  });

  test("reject other parameters and other endpoints", async () => {
    await stripe.coupons.create({ amount_off: 100, currency: "eur" }, { idempotencyKey: "taken" });
    const misused = { type: "StripeIdempotencyError", statusCode: 400 };
    await expect(
      stripe.coupons.create({ amount_off: 200, currency: "eur" }, { idempotencyKey: "taken" }),
    ).rejects.toMatchObject(misused);
    await expect(
      stripe.checkout.sessions.create(twoJumpers(), { idempotencyKey: "taken" }),
    ).rejects.toMatchObject(misused);
  });

  test("are locked while their call is in progress", async () => {
    await fake.control("fault", { call: "coupons.create", kind: "slow", ms: 300 });
    const create = () =>
      stripe.coupons.create({ amount_off: 100, currency: "eur" }, { idempotencyKey: "busy" });
    const results = await Promise.allSettled([create(), create()]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const [refused] = results.filter((result) => result.status === "rejected");
    expect(refused?.reason).toMatchObject({ statusCode: 409, code: "idempotency_key_in_use" });
  });

  test("are not used up by a call whose parameters were wrong", async () => {
    await expect(
      stripe.checkout.sessions.create(twoJumpers({ customer_email: "no" }), { idempotencyKey: "again" }),
    ).rejects.toMatchObject({ statusCode: 400 });
    await stripe.checkout.sessions.create(twoJumpers(), { idempotencyKey: "again" });
  });
});

describe("faults", () => {
  const coupon = (client: Stripe, key: string) =>
    client.coupons.create({ amount_off: 100, currency: "eur" }, { idempotencyKey: key });
  const count = async () => ((await fake.control("state")) as { coupons: unknown[] }).coupons.length;

  test("a repeat after a cut connection has one effect thanks to the key", async () => {
    const before = await count();
    await fake.control("fault", { call: "coupons.create", kind: "cut-after" });
    await coupon(stripeClient(fake, { maxNetworkRetries: 1 }), "cut");
    expect(await count()).toBe(before + 1);
  });

  test("an error after the effect is repeated for the same key", async () => {
    const before = await count();
    await fake.control("fault", { call: "coupons.create", kind: "error-after" });
    await expect(coupon(stripe, "after")).rejects.toMatchObject({ statusCode: 500 });
    await expect(coupon(stripe, "after")).rejects.toMatchObject({ statusCode: 500 });
    expect(await count()).toBe(before + 1);
  });

  test("an error or a cut before the effect leaves nothing, and too many calls are answered with 429", async () => {
    const before = await count();
    await fake.control("fault", { call: "*", kind: "error" });
    await expect(coupon(stripe, "e")).rejects.toMatchObject({ type: "StripeAPIError" });
    await fake.control("fault", { call: "*", kind: "cut-before", times: 2 });
    await expect(coupon(stripe, "c")).rejects.toMatchObject({ type: "StripeConnectionError" });
    await fake.control("fault", { call: "*", kind: "limit" });
    await expect(coupon(stripe, "l")).rejects.toMatchObject({ type: "StripeRateLimitError" });
    expect(await count()).toBe(before);
  });

  test("a wrong API key is rejected", async () => {
    await expect(coupon(stripeClient({ ...fake, secretKey: "sk_test_other" }), "k")).rejects.toMatchObject({
      type: "StripeAuthenticationError",
      statusCode: 401,
    });
  });
});
