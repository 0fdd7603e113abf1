import Stripe from "stripe";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newOpening, type StripeShop, startStripeShop, webhookSecret } from "#test/fakes/stripe/shop.ts";
import { serveHttp, type TestServer } from "#test/support/http-server.ts";
import { until } from "#test/support/until.ts";
import type { Notice } from "../provider.ts";
import { handledEvents } from "./webhook.ts";

let shop: StripeShop;
let server: TestServer;
let notices: Notice[] = [];

beforeAll(async () => {
  shop = await startStripeShop();
  server = await serveHttp(async (request) => {
    notices.push(...((await shop.provider.webhook?.(request)) ?? []));
    return new Response();
  });
  await shop.fake.control("webhook", { url: server.url, secret: webhookSecret });
});
afterAll(async () => {
  await shop.fake.close();
  await server.close();
});

async function begin(capture: "on-placement" | "on-shipping" = "on-placement") {
  notices = [];
  const opening = newOpening({ capture });
  const started = await shop.provider.start(opening);
  if (started.status !== "redirect") throw new Error(`It was ${started.status}`);
  return { ...opening, reference: started.reference };
}

function post(event: object, { secret = webhookSecret, age = 0 } = {}) {
  const payload = JSON.stringify(event);
  const timestamp = Math.floor(Date.now() / 1000) - age;
  const signature = Stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp });
  return shop.provider.webhook?.(
    new Request("http://localhost/webhooks/stripe", {
      method: "POST",
      headers: { "stripe-signature": signature },
      body: payload,
    }),
  );
}

const completed = (id: string) => ({
  id: "evt_1",
  object: "event",
  type: "checkout.session.completed",
  data: { object: { object: "checkout.session", id } },
});

test("every event yields the current state, in any order", async () => {
  const attempt = await begin();
  await shop.fake.control("events", { held: true });
  await shop.fake.control("pay", { session: attempt.reference });
  await shop.provider.refund(attempt, 2740, attempt.id);
  await shop.fake.control("release", { order: "last-to-first" });
  await shop.fake.control("heal");
  expect(notices.length).toBeGreaterThan(2);
  for (const { attempt: named, facts } of notices) {
    expect(named).toEqual({ id: attempt.id });
    expect(facts).toMatchObject({ state: "refunded", captured: 2740, refunded: 2740 });
  }
  expect(new Set(notices.map(({ eventId }) => eventId)).size).toBe(notices.length);
});

test("expired pages, released authorizations and disputes are handled", async () => {
  const waitFor = (state: string) => until(async () => notices.some(({ facts }) => facts.state === state));
  const left = await begin();
  await shop.api.checkout.sessions.expire(left.reference);
  await waitFor("expired");
  const reserved = await begin("on-shipping");
  await shop.fake.control("pay", { session: reserved.reference });
  await waitFor("authorized");
  await shop.provider.release(reserved);
  await waitFor("released");
  const taken = await begin();
  await shop.fake.control("pay", { session: taken.reference });
  const { payment_intent: intent } = await shop.api.checkout.sessions.retrieve(taken.reference);
  await shop.fake.control("dispute", { intent: String(intent) });
  await waitFor("disputed");
});

test("events that are unsigned, or signed more than five minutes ago, are rejected", async () => {
  const { reference } = await begin();
  const refused = { name: "DomainError", code: "bad_request" };
  await expect(post(completed(reference), { secret: "whsec_other" })).rejects.toMatchObject(refused);
  await expect(post(completed(reference), { age: 301 })).rejects.toMatchObject(refused);
  await expect(
    shop.provider.webhook?.(new Request("http://localhost", { method: "POST", body: "{}" })),
  ).rejects.toMatchObject(refused);
  expect(await post(completed(reference), { age: 290 })).toMatchObject([{ eventId: "evt_1" }]);
});

test("an event about a foreign payment, or of another type, is ignored", async () => {
  const other = await shop.api.checkout.sessions.create({
    mode: "payment",
    success_url: "https://other.example",
    line_items: [
      { quantity: 1, price_data: { currency: "eur", unit_amount: 100, product_data: { name: "x" } } },
    ],
  });
  expect(await post(completed(other.id))).toEqual([]);
  expect(await post({ ...completed(other.id), type: "customer.created" })).toEqual([]);
});

test("while Stripe is unreachable, the event has to be repeated", async () => {
  const { reference } = await begin();
  await shop.fake.control("fault", { call: "sessions.retrieve", kind: "error", times: 3 });
  await expect(post(completed(reference))).rejects.toMatchObject({ code: "unavailable" });
  expect(handledEvents).toContain("checkout.session.completed");
});
