import { describe, expect, test } from "vitest";
import { openFakeStripe } from "./open-shop.ts";
import { twoJumpers } from "./shop.ts";

const { fake, stripe } = await openFakeStripe();

const soon = () => Math.floor(Date.now() / 1000) + 35 * 60;

describe("checkout sessions", () => {
  test("add up lines, coupon and shipping, and can be read again with their lines", async () => {
    const coupon = await stripe.coupons.create({ amount_off: 500, currency: "eur", duration: "once" });
    const session = await stripe.checkout.sessions.create(
      twoJumpers({
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
      expect(stripe.checkout.sessions.create(twoJumpers(more))).rejects.toMatchObject({
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
    const session = await stripe.checkout.sessions.create(twoJumpers({ client_reference_id: "a" }));
    expect(await stripe.checkout.sessions.expire(session.id)).toMatchObject({ status: "expired", url: null });
    await expect(stripe.checkout.sessions.expire(session.id)).rejects.toMatchObject({ statusCode: 400 });
    const late = await stripe.checkout.sessions.create(twoJumpers({ expires_at: soon() }));
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
      twoJumpers({ payment_intent_data: { capture_method: captureMethod } }),
    );
    await fake.control("pay", { session: session.id });
    const { payment_intent: intent } = await stripe.checkout.sessions.retrieve(session.id);
    return String(intent);
  }

  test("is captured at once, or authorized and then captured once", async () => {
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

  test("that is authorized can be released", async () => {
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

  test("can be disputed, and then not refunded unless the shop has won", async () => {
    const [intent, other] = [await paid(), await paid()];
    const refused = { code: "charge_disputed" };
    for (const each of [intent, other]) {
      await fake.control("dispute", { intent: each });
      await expect(stripe.refunds.create({ payment_intent: each })).rejects.toMatchObject(refused);
    }
    await fake.control("decide", { intent, won: false });
    await fake.control("decide", { intent: other, won: true });
    expect((await stripe.disputes.list({ payment_intent: intent })).data).toMatchObject([{ status: "lost" }]);
    await expect(stripe.refunds.create({ payment_intent: intent })).rejects.toMatchObject(refused);
    await stripe.refunds.create({ payment_intent: other });
  });
});
