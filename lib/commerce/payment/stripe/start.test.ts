import { describe, expect, test } from "vitest";
import { openStripeShop } from "#test/fakes/stripe/open-shop.ts";
import { newOpening } from "#test/fakes/stripe/shop.ts";

const shop = await openStripeShop();

const unavailable = { name: "DomainError", code: "unavailable" };

describe("starting", () => {
  test("opens one page for the attempt, which closes when its time runs out", async () => {
    const opening = newOpening({ capture: "on-shipping" });
    const [first, second] = await Promise.all([shop.provider.start(opening), shop.provider.start(opening)]);
    expect(first).toEqual(second);
    const [session, ...more] = await shop.sessionsOf(opening.id);
    expect(more).toEqual([]);
    expect(session).toMatchObject({
      client_reference_id: opening.id,
      expires_at: Math.floor(Date.parse(opening.expiresAt) / 1000),
      amount_total: 2740,
      currency: "eur",
      customer_email: "ada@example.com",
      locale: "de",
      success_url: opening.returnUrl,
      cancel_url: opening.cancelUrl,
      adaptive_pricing: { enabled: false },
      total_details: { amount_discount: 250, amount_shipping: 490, amount_tax: 0 },
    });
    expect(session?.excluded_payment_method_types).toContain("sepa_debit");
    expect(first).toEqual({ status: "redirect", url: session?.url, reference: session?.id });
  });

  test("an amount that Stripe cannot charge is declined", async () => {
    const { bill } = newOpening();
    const of = (amount: number, currency: string) =>
      shop.provider.start(newOpening({ amount, currency, bill }));
    for (const started of [await of(49, "EUR"), await of(5124, "KWD"), await of(100_000_000, "EUR")])
      expect(started).toMatchObject({ status: "declined", reason: expect.stringContaining("amount") });
  });

  test("an email address that Stripe rejects is asked for on its page", async () => {
    const { bill } = newOpening();
    const attempt = await shop.begin({ bill: { ...bill, email: '"odd one"@example.com' } });
    expect((await shop.sessionsOf(attempt.id))[0]?.customer_email).toBeNull();
  });

  test("a lost answer is repeated, with the same page", async () => {
    const opening = newOpening();
    for (const kind of ["cut-after", "error-after"] as const) {
      await shop.fake.control("fault", { call: "sessions.create", kind });
      const opening = newOpening();
      const started = await shop.provider.start(opening);
      const [session, ...more] = await shop.sessionsOf(opening.id);
      expect(more).toEqual([]);
      expect(started).toMatchObject({ status: "redirect", reference: session?.id });
      expect(await shop.provider.look(opening)).toMatchObject({ state: "open", reference: session?.id });
    }
    await shop.fake.control("fault", { kind: "cut-before", times: 3 });
    await expect(shop.provider.start(opening)).rejects.toMatchObject(unavailable);
    expect(await shop.provider.start(opening)).toMatchObject({ status: "redirect" });
  });

  test.each(["sessions.create", "coupons.create"])(
    "a failure of %s that Stripe would repeat for a day ends the attempt, so that the next one has another key",
    async (call) => {
      const opening = newOpening();
      await shop.fake.control("fault", { call, kind: "error-kept" });
      const declined = {
        status: "declined",
        reason: "The payment page could not be opened. Please try again.",
      };
      expect(await shop.provider.start(opening)).toEqual(declined);
      expect(await shop.sessionsOf(opening.id)).toEqual([]);
      expect(await shop.provider.start(newOpening())).toMatchObject({ status: "redirect" });
    },
  );

  test("a coupon whose answer was lost is used", async () => {
    const opening = newOpening();
    await shop.fake.control("fault", { call: "coupons.create", kind: "cut-before", times: 2 });
    await shop.fake.control("fault", { call: "coupons.create", kind: "error-after" });
    expect(await shop.provider.start(opening)).toMatchObject({ status: "declined" });
    expect(await shop.provider.start(opening)).toMatchObject({ status: "redirect" });
  });

  test("a cart whose texts have changed leads to the page that was opened", async () => {
    const opening = newOpening();
    const first = await shop.provider.start(opening);
    const [line] = opening.bill.lines;
    const renamed = { ...opening.bill, lines: line ? [{ ...line, name: "Jumper" }] : [] };
    expect(await shop.provider.start({ ...opening, bill: renamed })).toEqual(first);
  });

  test("problems with our account are logged, without the request", async () => {
    const { stripe } = await import("./index.ts");
    const stranger = stripe({
      secretKey: "sk_test_of_somebody_else",
      webhookSecret: "whsec_x",
      apiUrl: shop.fake.url,
      shopUrl: "http://localhost:3000",
    });
    const error = await stranger.start(newOpening()).catch((reason: unknown) => reason);
    expect(error).toMatchObject({
      ...unavailable,
      cause: { name: "StripeRefused", code: "StripeAuthenticationError.api_key_invalid.401" },
    });
    expect(JSON.stringify(error) + String(error)).not.toMatch(/sk_test|ada@/);
    await shop.fake.control("fault", { kind: "limit", times: 3 });
    await expect(shop.provider.start(newOpening())).rejects.toMatchObject({
      ...unavailable,
      cause: { name: "StripeUnavailable" },
    });
  });
});
