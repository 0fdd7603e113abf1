import { describe, expect, test } from "vitest";
import { openStripeShop } from "#test/fakes/stripe/open-shop.ts";
import { newOpening } from "#test/fakes/stripe/shop.ts";
import type { Opening } from "../attempt.ts";

const shop = await openStripeShop();

const unavailable = { name: "DomainError", code: "unavailable" };

describe("looking", () => {
  test("returns the state of the attempt", async () => {
    const looked = async (attempt: Opening) => (await shop.provider.look(attempt)).state;
    expect(await shop.provider.look(newOpening())).toMatchObject({ state: "open", reference: null });
    const attempt = await shop.begin();
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
    expect(await looked(await shop.paid({ capture: "on-shipping" }))).toBe("authorized");
    const left = await shop.begin();
    await shop.api.checkout.sessions.expire(left.reference);
    expect(await looked(left)).toBe("expired");
  });

  test("a slow payment is open until it succeeds or is declined", async () => {
    const [come, away] = [await shop.begin(), await shop.begin()];
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
    const attempt = await shop.paid();
    const { payment_intent: intent } = await shop.api.checkout.sessions.retrieve(attempt.reference);
    await shop.fake.control("dispute", { intent: String(intent) });
    expect(await shop.provider.look(attempt)).toMatchObject({ state: "disputed", captured: 2740 });
    await shop.fake.control("decide", { intent: String(intent), won: true });
    expect((await shop.provider.look(attempt)).state).toBe("captured");
  });
});

describe("capturing", () => {
  test("captures an authorization once", async () => {
    const attempt = await shop.paid({ capture: "on-shipping" });
    const taken = await Promise.all([
      shop.provider.capture(attempt, 2740),
      shop.provider.capture(attempt, 2740),
    ]);
    for (const facts of taken)
      expect(facts).toMatchObject({ state: "captured", captured: 2740, refunded: 0 });
    expect(await shop.provider.capture(attempt, 2740)).toMatchObject({ captured: 2740 });
  });

  test("of a released authorization captures nothing", async () => {
    const attempt = await shop.paid({ capture: "on-shipping" });
    await shop.provider.release(attempt);
    expect(await shop.provider.capture(attempt, 2740)).toMatchObject({ state: "released", captured: 0 });
  });

  test("whose answer was lost returns its state the next time", async () => {
    const attempt = await shop.paid({ capture: "on-shipping" });
    await shop.fake.control("fault", { call: "intents.capture", kind: "error-after" });
    await expect(shop.provider.capture(attempt, 2740)).rejects.toMatchObject(unavailable);
    expect(await shop.provider.capture(attempt, 2740)).toMatchObject({ state: "captured" });
  });
});

describe("releasing", () => {
  test("closes an unpaid page, even during a second step", async () => {
    for (const attempt of [await shop.begin(), await shop.paid({}, "4000002500003155")]) {
      expect(await shop.provider.release(attempt)).toMatchObject({ state: "released", captured: 0 });
      expect(await shop.provider.release(attempt)).toMatchObject({ state: "expired" });
      await expect(shop.fake.control("pay", { session: attempt.reference })).rejects.toThrow("expired");
    }
  });

  test("releases an authorization and keeps a capture", async () => {
    const reserved = await shop.paid({ capture: "on-shipping" });
    expect(await shop.provider.release(reserved)).toMatchObject({
      state: "released",
      captured: 0,
      refunded: 0,
    });
    expect(await shop.provider.release(await shop.paid())).toMatchObject({
      state: "captured",
      captured: 2740,
    });
  });

  test("finds the page of a start whose answer was lost", async () => {
    const opening = newOpening();
    await shop.provider.start(opening);
    const [session] = await shop.sessionsOf(opening.id);
    expect(await shop.provider.release(opening)).toMatchObject({ state: "released", reference: session?.id });
    expect((await shop.sessionsOf(opening.id)).map(({ status }) => status)).toEqual(["expired"]);
  });

  test("before a start has arrived prevents it from opening a page", async () => {
    const opening = newOpening();
    expect(await shop.provider.release(opening)).toMatchObject({ state: "released", captured: 0 });
    expect(await shop.provider.start(opening).catch((reason: unknown) => reason)).not.toMatchObject({
      status: "redirect",
    });
    expect((await shop.sessionsOf(opening.id)).filter(({ status }) => status === "open")).toEqual([]);
  });

  test("at the same time as a start leaves no page open", async () => {
    for (let run = 0; run < 10; run++) {
      const opening = newOpening();
      await Promise.allSettled([shop.provider.start(opening), shop.provider.release(opening)]);
      await shop.provider.release(opening);
      expect((await shop.sessionsOf(opening.id)).filter(({ status }) => status === "open")).toEqual([]);
    }
  });
});
