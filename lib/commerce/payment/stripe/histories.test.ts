import type Stripe from "stripe";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newOpening, type StripeShop, startStripeShop } from "#test/fakes/stripe/shop.ts";
import { histories, randomFrom, seed } from "#test/support/random.ts";
import type { Opening } from "../attempt.ts";

const runs = histories(15);
const stepsEach = 9;
const refundOf = 700;

let shop: StripeShop;
beforeAll(async () => {
  shop = await startStripeShop();
});
afterAll(() => shop.fake.close());

const faults = ["slow", "error", "error-after", "cut-before", "cut-after", "limit"] as const;
const calls = [
  "sessions.create",
  "sessions.expire",
  "intents.capture",
  "intents.cancel",
  "refunds.create",
  "*",
];
const cards = ["4242424242424242", "4000000000000002", "4000002500003155"] as const;

/** Stripe's own state of an attempt. */
async function truthOf({ id }: Opening) {
  const all: Stripe.Checkout.Session[] = [];
  for await (const session of shop.api.checkout.sessions.list({
    limit: 100,
    expand: ["data.payment_intent"],
  }))
    if (session.client_reference_id === id) all.push(session);
  const intents = all.flatMap(({ payment_intent: intent }) =>
    typeof intent === "object" && intent ? [intent] : [],
  );
  const refunds: Stripe.Refund[] = [];
  for (const { id: intent } of intents)
    refunds.push(...(await shop.api.refunds.list({ payment_intent: intent, limit: 100 })).data);
  return { sessions: all, captured: sum(intents.map((intent) => intent.amount_received)), refunds };
}

const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0);

/**
 * Plays random actions of shop, shopper and network, loses some answers, and returns the attempt as the shop has
 * recorded it.
 */
async function play(random: () => number): Promise<Opening> {
  const among = <T>(things: readonly T[]) => things[Math.floor(random() * things.length)] as T;
  const attempt = newOpening({ capture: among(["on-placement", "on-shipping"] as const) });
  const { provider, fake } = shop;
  const asks = {
    start: async () => {
      const started = await provider.start(attempt);
      if (started.status === "redirect" && random() < 0.8) attempt.reference = started.reference;
    },
    look: () => provider.look(attempt),
    pay: async () => {
      const { sessions } = await truthOf(attempt);
      const open = sessions.find(({ status }) => status === "open");
      if (open) await fake.control("pay", { session: open.id, card: among(cards) });
    },
    answer: async () => {
      if (attempt.reference) await fake.control("answer", { session: attempt.reference });
    },
    capture: () => provider.capture(attempt, attempt.amount),
    release: () => provider.release(attempt),
    refund: () => provider.refund(attempt, refundOf, `${attempt.id}-${among(["a", "b"])}`),
  };
  const names = Object.keys(asks) as (keyof typeof asks)[];
  await asks.start().catch(() => undefined);
  for (let step = 0; step < stepsEach; step++) {
    if (random() < 0.3)
      await fake.control("fault", { call: among(calls), kind: among(faults), ms: 20, times: 1 });
    const atOnce = random() < 0.3 ? [among(names), among(names)] : [among(names)];
    // Failures are retried below, as by the worker.
    await Promise.allSettled(atOnce.map((name) => asks[name]()));
  }
  return attempt;
}

test(`${runs} histories with faults end closed, with Stripe's own state (seed ${seed})`, async () => {
  const attempts = await Promise.all(
    Array.from({ length: runs }, (_, index) => play(randomFrom(seed + index))),
  );
  await shop.fake.control("heal");
  const ends = new Set<string>();
  for (const attempt of attempts) {
    const facts = await shop.provider.release(attempt);
    const { sessions, captured, refunds } = await truthOf(attempt);
    expect(sessions.filter(({ status }) => status === "open")).toEqual([]);
    expect(sessions.filter(({ status }) => status === "complete").length).toBeLessThan(2);
    expect(facts).toMatchObject({ captured, refunded: sum(refunds.map(({ amount }) => amount)) });
    const keys = refunds.map(({ metadata }) => metadata?.key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(facts.state).not.toMatch(/open|authorized/);
    expect(await shop.provider.look({ ...attempt, reference: facts.reference })).toMatchObject({ captured });
    ends.add(facts.state);
  }
  // The histories are meaningful: some captured money, some did not.
  expect(ends).toContain("captured");
  expect(ends).toContain("released");
}, 120_000);
