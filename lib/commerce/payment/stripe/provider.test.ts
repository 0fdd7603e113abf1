import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { newOpening, type StripeShop, startStripeShop } from "#test/fakes/stripe/shop.ts";
import type { Opening } from "../attempt.ts";

let shop: StripeShop;
beforeAll(async () => {
  shop = await startStripeShop();
});
afterAll(() => shop.fake.close());
afterEach(() => shop.fake.control("heal"));

async function begin(more: Partial<Opening> = {}): Promise<Opening & { reference: string }> {
  const opening = newOpening(more);
  const started = await shop.provider.start(opening);
  if (started.status !== "redirect") throw new Error(`It was ${started.status}`);
  return { ...opening, reference: started.reference };
}

async function paid(more: Partial<Opening> = {}, card?: "4000002500003155") {
  const attempt = await begin(more);
  await shop.fake.control("pay", { session: attempt.reference, ...(card && { card }) });
  return attempt;
}

const sessions = async (attemptId: string) => {
  const all = await shop.api.checkout.sessions.list({ limit: 100 });
  return all.data.filter(({ client_reference_id: id }) => id === attemptId);
};
const unavailable = { name: "DomainError", code: "unavailable" };

describe("starting", () => {
  test("opens one page for the attempt, which closes when its time runs out", async () => {
    const opening = newOpening({ capture: "on-shipping" });
    const [first, second] = await Promise.all([shop.provider.start(opening), shop.provider.start(opening)]);
    expect(first).toEqual(second);
    const [session, ...more] = await sessions(opening.id);
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

  test("an e-mail address that Stripe rejects is asked for on its page", async () => {
    const { bill } = newOpening();
    const attempt = await begin({ bill: { ...bill, email: '"odd one"@example.com' } });
    expect((await sessions(attempt.id))[0]?.customer_email).toBeNull();
  });

  test("a lost answer is repeated, with the same page", async () => {
    const opening = newOpening();
    for (const kind of ["cut-after", "error-after"] as const) {
      await shop.fake.control("fault", { call: "sessions.create", kind });
      const opening = newOpening();
      const started = await shop.provider.start(opening);
      const [session, ...more] = await sessions(opening.id);
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
      expect(await sessions(opening.id)).toEqual([]);
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

describe("looking", () => {
  test("returns the state of the attempt", async () => {
    const looked = async (attempt: Opening) => (await shop.provider.look(attempt)).state;
    expect(await shop.provider.look(newOpening())).toMatchObject({ state: "open", reference: null });
    const attempt = await begin();
    expect(await looked(attempt)).toBe("open");
    await shop.fake.control("pay", { session: attempt.reference, card: "4000000000000002" });
    expect(await looked(attempt)).toBe("open");
    await shop.fake.control("pay", { session: attempt.reference, card: "4000002500003155" });
    expect(await looked(attempt)).toBe("open");
    await shop.fake.control("answer", { session: attempt.reference });
    expect(await shop.provider.look(attempt)).toEqual({
      state: "captured",
      amount: 2740,
      currency: "EUR",
      captured: 2740,
      refunded: 0,
      refunds: [],
      disputes: [],
      reference: attempt.reference,
    });
    expect(await looked(await paid({ capture: "on-shipping" }))).toBe("authorized");
    const left = await begin();
    await shop.api.checkout.sessions.expire(left.reference);
    expect(await looked(left)).toBe("expired");
  });

  test("a slow payment is open until it succeeds or is declined", async () => {
    const [come, away] = [await begin(), await begin()];
    for (const { reference } of [come, away])
      await shop.fake.control("pay", { session: reference, card: "AT611904300234573201" });
    expect((await shop.provider.look(come)).state).toBe("open");
    await shop.fake.control("settle", { session: come.reference });
    await shop.fake.control("settle", { session: away.reference, arrived: false });
    expect(await shop.provider.look(come)).toMatchObject({ state: "captured", captured: 2740 });
    expect(await shop.provider.look(away)).toMatchObject({
      state: "declined",
      captured: 0,
      reason: "Your card has insufficient funds.",
    });
  });

  test("a dispute counts until it is won", async () => {
    const attempt = await paid();
    const { payment_intent: intent } = await shop.api.checkout.sessions.retrieve(attempt.reference);
    await shop.fake.control("dispute", { intent: String(intent) });
    expect(await shop.provider.look(attempt)).toMatchObject({ state: "disputed", captured: 2740 });
    await shop.fake.control("decide", { intent: String(intent), won: true });
    expect((await shop.provider.look(attempt)).state).toBe("captured");
  });
});

describe("capturing", () => {
  test("captures an authorization once", async () => {
    const attempt = await paid({ capture: "on-shipping" });
    const taken = await Promise.all([
      shop.provider.capture(attempt, 2740),
      shop.provider.capture(attempt, 2740),
    ]);
    for (const facts of taken)
      expect(facts).toMatchObject({ state: "captured", captured: 2740, refunded: 0 });
    expect(await shop.provider.capture(attempt, 2740)).toMatchObject({ captured: 2740 });
  });

  test("of a released authorization captures nothing", async () => {
    const attempt = await paid({ capture: "on-shipping" });
    await shop.provider.release(attempt);
    expect(await shop.provider.capture(attempt, 2740)).toMatchObject({ state: "released", captured: 0 });
  });

  test("whose answer was lost returns its state the next time", async () => {
    const attempt = await paid({ capture: "on-shipping" });
    await shop.fake.control("fault", { call: "intents.capture", kind: "error-after" });
    await expect(shop.provider.capture(attempt, 2740)).rejects.toMatchObject(unavailable);
    expect(await shop.provider.capture(attempt, 2740)).toMatchObject({ state: "captured" });
  });
});

describe("releasing", () => {
  test("closes an unpaid page, even during a second step", async () => {
    for (const attempt of [await begin(), await paid({}, "4000002500003155")]) {
      expect(await shop.provider.release(attempt)).toMatchObject({ state: "released", captured: 0 });
      expect(await shop.provider.release(attempt)).toMatchObject({ state: "expired" });
      await expect(shop.fake.control("pay", { session: attempt.reference })).rejects.toThrow("expired");
    }
  });

  test("releases an authorization and keeps a capture", async () => {
    const reserved = await paid({ capture: "on-shipping" });
    expect(await shop.provider.release(reserved)).toMatchObject({
      state: "released",
      captured: 0,
      refunded: 0,
    });
    expect(await shop.provider.release(await paid())).toMatchObject({ state: "captured", captured: 2740 });
  });

  test("finds the page of a start whose answer was lost", async () => {
    const opening = newOpening();
    await shop.provider.start(opening);
    const [session] = await sessions(opening.id);
    expect(await shop.provider.release(opening)).toMatchObject({ state: "released", reference: session?.id });
    expect((await sessions(opening.id)).map(({ status }) => status)).toEqual(["expired"]);
  });

  test("before a start has arrived prevents it from opening a page", async () => {
    const opening = newOpening();
    expect(await shop.provider.release(opening)).toMatchObject({ state: "released", captured: 0 });
    expect(await shop.provider.start(opening).catch((reason: unknown) => reason)).not.toMatchObject({
      status: "redirect",
    });
    expect((await sessions(opening.id)).filter(({ status }) => status === "open")).toEqual([]);
  });

  test("at the same time as a start leaves no page open", async () => {
    for (let run = 0; run < 10; run++) {
      const opening = newOpening();
      await Promise.allSettled([shop.provider.start(opening), shop.provider.release(opening)]);
      await shop.provider.release(opening);
      expect((await sessions(opening.id)).filter(({ status }) => status === "open")).toEqual([]);
    }
  });
});

describe("refunding", () => {
  const given = async (reference: string) => {
    const { payment_intent: intent } = await shop.api.checkout.sessions.retrieve(reference);
    const { data } = await shop.api.refunds.list({ payment_intent: String(intent), limit: 100 });
    return data.map(({ amount }) => amount);
  };

  test("refunds each amount once, however often and concurrently it is requested", async () => {
    const attempt = await paid();
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
    const attempt = await paid();
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
    const attempt = await paid();
    await shop.fake.control("fault", { call: "refunds.create", kind: "error-after" });
    await expect(shop.provider.refund(attempt, 1000, attempt.id)).rejects.toMatchObject(unavailable);
    await shop.fake.control("advance", { seconds: 25 * 3600 });
    expect(await shop.provider.refund(attempt, 1000, attempt.id)).toMatchObject({ refunded: 1000 });
    expect(await given(attempt.reference)).toEqual([1000]);
  });
});
