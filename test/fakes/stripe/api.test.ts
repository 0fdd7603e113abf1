import Stripe from "stripe";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type FakeStripe, startFakeStripe } from "./index.ts";

let fake: FakeStripe;
let stripe: Stripe;

function clientOf(key: string, options: object = {}): Stripe {
  const { hostname, port } = new URL(fake.url);
  return new Stripe(key, { host: hostname, port, protocol: "http", maxNetworkRetries: 0, ...options });
}

beforeAll(async () => {
  fake = await startFakeStripe();
  stripe = clientOf(fake.secretKey);
});
afterAll(() => fake.close());
afterEach(() => fake.control("heal"));

const soon = () => Math.floor(Date.now() / 1000) + 35 * 60;

function order(more: Partial<Stripe.Checkout.SessionCreateParams> = {}): Stripe.Checkout.SessionCreateParams {
  return {
    mode: "payment",
    success_url: "https://shop.example/return",
    cancel_url: "https://shop.example/back",
    line_items: [
      { quantity: 2, price_data: { currency: "eur", unit_amount: 1250, product_data: { name: "Jumper" } } },
    ],
    ...more,
  };
}

describe("checkout sessions", () => {
  test("add up lines, coupon and shipping, and can be read again with their lines", async () => {
    const coupon = await stripe.coupons.create({ amount_off: 500, currency: "eur", duration: "once" });
    const session = await stripe.checkout.sessions.create(
      order({
        discounts: [{ coupon: coupon.id }],
        shipping_options: [
          {
            shipping_rate_data: {
              display_name: "Post",
              type: "fixed_amount",
              fixed_amount: { amount: 490, currency: "eur" },
            },
          },
        ],
      }),
    );
    expect(session).toMatchObject({ status: "open", payment_status: "unpaid", amount_total: 2490 });
    expect(session.url).toBe(`${fake.url}/c/pay/${session.id}`);
    const again = await stripe.checkout.sessions.retrieve(session.id, { expand: ["line_items"] });
    expect(again.line_items?.data).toMatchObject([
      { description: "Jumper", quantity: 2, amount_total: 2500 },
    ]);
    const lines = await stripe.checkout.sessions.listLineItems(session.id);
    expect(lines.data).toHaveLength(1);
  });

  test("are rejected with Stripe's errors", async () => {
    const refused = async (more: object, error: object) =>
      expect(stripe.checkout.sessions.create(order(more))).rejects.toMatchObject({
        type: "StripeInvalidRequestError",
        statusCode: 400,
        ...error,
      });
    await refused({ colour: "red" }, { code: "parameter_unknown", param: "colour" });
    await refused({ success_url: undefined }, { code: "parameter_missing", param: "success_url" });
    await refused({ success_url: "" }, { code: "parameter_invalid_empty", param: "success_url" });
    await refused({ customer_email: "nobody" }, { code: "email_invalid", param: "customer_email" });
    await refused({ expires_at: Math.floor(Date.now() / 1000) + 29 * 60 }, { param: "expires_at" });
    await refused({ expires_at: Math.floor(Date.now() / 1000) + 25 * 3600 }, { param: "expires_at" });
    const priced = (currency: string, amount: number) => ({
      line_items: [
        { quantity: 1, price_data: { currency, unit_amount: amount, product_data: { name: "x" } } },
      ],
    });
    await refused(priced("usd", 49), { code: "amount_too_small" });
    await refused(priced("kwd", 1234), { param: "line_items[0][price_data][unit_amount]" });
    await refused(priced("isk", 550), { param: "line_items[0][price_data][unit_amount]" });
    await refused(priced("xts", 100), { param: "line_items[0][price_data][currency]" });
  });

  test("expire once, on request or by the clock, and are listed by their intent", async () => {
    const session = await stripe.checkout.sessions.create(order({ client_reference_id: "a" }));
    expect(await stripe.checkout.sessions.expire(session.id)).toMatchObject({ status: "expired", url: null });
    await expect(stripe.checkout.sessions.expire(session.id)).rejects.toMatchObject({ statusCode: 400 });
    const late = await stripe.checkout.sessions.create(order({ expires_at: soon() }));
    await fake.control("advance", { seconds: 36 * 60 });
    expect((await stripe.checkout.sessions.retrieve(late.id)).status).toBe("expired");
    const found = await stripe.checkout.sessions.list({ created: { gte: session.created }, limit: 100 });
    expect(found.data.map(({ id }) => id)).toContain(session.id);
  });

  test("that were never created are not found", async () => {
    await expect(stripe.checkout.sessions.retrieve("cs_test_no")).rejects.toMatchObject({
      statusCode: 404,
      code: "resource_missing",
    });
  });
});

describe("money", () => {
  async function paid(captureMethod: "automatic" | "manual" = "automatic"): Promise<string> {
    const session = await stripe.checkout.sessions.create(
      order({ payment_intent_data: { capture_method: captureMethod } }),
    );
    await fake.control("pay", { session: session.id });
    const { payment_intent: intent } = await stripe.checkout.sessions.retrieve(session.id);
    return String(intent);
  }

  test("is captured at once, or authorised and then captured once", async () => {
    const intent = await stripe.paymentIntents.retrieve(await paid());
    expect(intent).toMatchObject({ status: "succeeded", amount_received: 2500 });
    const held = await paid("manual");
    expect(await stripe.paymentIntents.retrieve(held)).toMatchObject({
      status: "requires_capture",
      amount_capturable: 2500,
    });
    expect(await stripe.paymentIntents.capture(held)).toMatchObject({
      status: "succeeded",
      amount_received: 2500,
    });
    await expect(stripe.paymentIntents.capture(held)).rejects.toMatchObject({
      code: "payment_intent_unexpected_state",
    });
  });

  test("that is authorised can be released", async () => {
    const held = await paid("manual");
    expect((await stripe.paymentIntents.cancel(held)).status).toBe("canceled");
    await expect(stripe.paymentIntents.capture(held)).rejects.toMatchObject({ statusCode: 400 });
  });

  test("is refunded in parts, and never more than was captured", async () => {
    const intent = await paid();
    await stripe.refunds.create({ payment_intent: intent, amount: 1000 });
    await expect(stripe.refunds.create({ payment_intent: intent, amount: 1501 })).rejects.toMatchObject({
      statusCode: 400,
      param: "amount",
    });
    expect((await stripe.refunds.create({ payment_intent: intent })).amount).toBe(1500);
    await expect(stripe.refunds.create({ payment_intent: intent })).rejects.toMatchObject({
      code: "charge_already_refunded",
    });
    const refunds = await stripe.refunds.list({ payment_intent: intent });
    expect(refunds.data.map(({ amount }) => amount)).toEqual([1500, 1000]);
  });

  test("can be disputed, and then not refunded", async () => {
    const intent = await paid();
    await fake.control("dispute", { intent });
    await expect(stripe.refunds.create({ payment_intent: intent })).rejects.toMatchObject({
      code: "charge_disputed",
    });
    await fake.control("decide", { intent, won: false });
    expect((await stripe.disputes.list({ payment_intent: intent })).data).toMatchObject([{ status: "lost" }]);
  });
});

describe("keys", () => {
  test("give the same answer to the same call", async () => {
    const params = order();
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
    await expect(stripe.checkout.sessions.create(order(), { idempotencyKey: "taken" })).rejects.toMatchObject(
      misused,
    );
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
      stripe.checkout.sessions.create(order({ customer_email: "no" }), { idempotencyKey: "again" }),
    ).rejects.toMatchObject({ statusCode: 400 });
    await stripe.checkout.sessions.create(order(), { idempotencyKey: "again" });
  });
});

describe("faults", () => {
  const coupon = (client: Stripe, key: string) =>
    client.coupons.create({ amount_off: 100, currency: "eur" }, { idempotencyKey: key });
  const count = async () => ((await fake.control("state")) as { coupons: unknown[] }).coupons.length;

  test("a repeat after a cut connection has one effect thanks to the key", async () => {
    const before = await count();
    await fake.control("fault", { call: "coupons.create", kind: "cut-after" });
    await coupon(clientOf(fake.secretKey, { maxNetworkRetries: 1 }), "cut");
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
    await expect(coupon(clientOf("sk_test_other"), "k")).rejects.toMatchObject({
      type: "StripeAuthenticationError",
      statusCode: 401,
    });
  });
});
