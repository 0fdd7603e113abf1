import Stripe from "stripe";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { serveHttp, type TestServer } from "#test/support/http-server.ts";
import { until } from "#test/support/until.ts";
import { type FakeStripe, startFakeStripe } from "./index.ts";

const secret = "whsec_fake";
let fake: FakeStripe;
let stripe: Stripe;
let shop: TestServer;
/** The events that the shop received, and its answers. */
let heard: Stripe.Event[];
let refused: number;
let answers: number[];

// Each test has its own, so that no event of another test arrives late.
beforeEach(async () => {
  const events: Stripe.Event[] = [];
  heard = events;
  refused = 0;
  answers = [];
  shop = await serveHttp(async (request) => {
    const body = await request.text();
    try {
      events.push(
        Stripe.webhooks.constructEvent(body, request.headers.get("stripe-signature") ?? "", secret),
      );
    } catch {
      refused += 1;
      return new Response("", { status: 400 });
    }
    return new Response("", { status: answers.shift() ?? 200 });
  });
  fake = await startFakeStripe({ webhook: { url: `${shop.url}/webhooks/stripe`, secret } });
  const { hostname, port } = new URL(fake.url);
  stripe = new Stripe(fake.secretKey, { host: hostname, port, protocol: "http" });
});
afterEach(async () => {
  await fake.close();
  await shop.close();
});

function open(more: Partial<Stripe.Checkout.SessionCreateParams> = {}) {
  return stripe.checkout.sessions.create({
    mode: "payment",
    success_url: "https://shop.example/return?session={CHECKOUT_SESSION_ID}",
    cancel_url: "https://shop.example/back",
    customer_email: "ada@example.com",
    line_items: [
      {
        quantity: 1,
        price_data: { currency: "eur", unit_amount: 2500, product_data: { name: "<Jumper>" } },
      },
    ],
    ...more,
  });
}

const post = (url: string | null, fields: Record<string, string>) =>
  fetch(String(url), { method: "POST", body: new URLSearchParams(fields), redirect: "manual" });
const types = () => heard.map(({ type }) => type);
const hears = (type: string) => until(async () => heard.find((event) => event.type === type));

describe("the hosted page", () => {
  test("shows what is paid for, and works without JavaScript", async () => {
    const { url } = await open();
    const html = await (await fetch(String(url))).text();
    expect(html).toContain("&#60;Jumper&#62; × 1");
    expect(html).toContain("€25.00");
    expect(html).toContain('href="https://shop.example/back"');
    expect(html).not.toContain("<script");
  });

  test("sends a shopper who paid back to the shop, once", async () => {
    const { id, url } = await open();
    const paid = await post(url, { card: "4242424242424242" });
    expect([paid.status, paid.headers.get("location")]).toEqual([
      303,
      `https://shop.example/return?session=${id}`,
    ]);
    expect(await (await post(url, { card: "4242424242424242" })).text()).toContain("All done here");
    expect(await stripe.checkout.sessions.retrieve(id)).toMatchObject({
      status: "complete",
      payment_status: "paid",
    });
    await hears("checkout.session.completed");
  });

  test("lets a shopper try another card after a decline", async () => {
    const { id, url } = await open();
    expect(await (await post(url, { card: "4000000000009995" })).text()).toContain("insufficient funds");
    const { payment_intent: intent, status } = await stripe.checkout.sessions.retrieve(id, {
      expand: ["payment_intent"],
    });
    expect(status).toBe("open");
    expect(intent).toMatchObject({ status: "requires_payment_method" });
    expect((await post(url, { card: "4242424242424242" })).status).toBe(303);
  });

  test("asks for a second step, which may fail, succeed or stay unanswered", async () => {
    const { id, url } = await open();
    const step = await post(url, { card: "4000002500003155" });
    const address = new URL(step.headers.get("location") ?? "", fake.url).href;
    expect(await (await fetch(address)).text()).toContain("Your bank asks");
    const failed = await (await post(address, { answer: "no" })).text();
    expect(failed).toContain("unable to authenticate");
    expect(failed).toContain(`action="${new URL(String(url)).pathname}"`);
    await post(url, { card: "4000002500003155" });
    expect((await post(address, { answer: "yes" })).status).toBe(303);

    const left = await open();
    await post(left.url, { card: "4000002500003155" });
    const { payment_intent: intent } = await stripe.checkout.sessions.retrieve(left.id);
    await expect(stripe.paymentIntents.cancel(String(intent))).rejects.toMatchObject({ statusCode: 400 });
    await stripe.checkout.sessions.expire(left.id);
    expect((await stripe.paymentIntents.retrieve(String(intent))).status).toBe("canceled");
    expect((await stripe.checkout.sessions.retrieve(id)).status).toBe("complete");
  });

  test("takes no money once the session has expired", async () => {
    const { id, url } = await open();
    await stripe.checkout.sessions.expire(id);
    expect(await (await post(url, { card: "4242424242424242" })).text()).toContain("has expired");
    expect((await stripe.checkout.sessions.retrieve(id)).payment_intent).toBeNull();
  });

  test("offers a bank debit, which succeeds or fails later, unless it is excluded", async () => {
    const come = await open();
    await post(come.url, { card: "AT611904300234573201" });
    expect(await stripe.checkout.sessions.retrieve(come.id)).toMatchObject({
      status: "complete",
      payment_status: "unpaid",
    });
    await fake.control("settle", { session: come.id });
    await hears("checkout.session.async_payment_succeeded");
    const away = await open();
    await post(away.url, { card: "AT611904300234573201" });
    await fake.control("settle", { session: away.id, arrived: false });
    await hears("checkout.session.async_payment_failed");
    const without = await open({ excluded_payment_method_types: ["sepa_debit"] });
    expect(await (await fetch(String(without.url))).text()).not.toContain("Bank debit");
  });
});

describe("events", () => {
  const pay = async () => fake.control("pay", { session: (await open()).id });

  test("are signed and contain a snapshot", async () => {
    const { id } = await open({ payment_intent_data: { capture_method: "manual" } });
    await fake.control("pay", { session: id });
    const event = await hears("checkout.session.completed");
    expect(event).toMatchObject({ object: "event", api_version: Stripe.API_VERSION, livemode: false });
    expect(event.data.object).toMatchObject({ id, payment_status: "unpaid" });
    await hears("payment_intent.amount_capturable_updated");
  });

  test("are repeated until the shop acknowledges them", async () => {
    answers = [500, 500];
    await fake.control("events", { lost: ["payment_intent.created", "charge.succeeded"] });
    await pay();
    await until(async () => heard.length === 4);
    expect(new Set(types())).toEqual(new Set(["payment_intent.succeeded", "checkout.session.completed"]));
  });

  test("can be lost, duplicated, or signed wrongly or with an old timestamp", async () => {
    await fake.control("events", { lost: ["*"] });
    await pay();
    await fake.control("events", { copies: 2 });
    await pay();
    await until(async () => heard.length === 8);
    expect(new Set(heard.map(({ id }) => id)).size).toBe(4);
    await fake.control("events", { wrongSecret: true });
    await pay();
    await until(async () => refused >= 4);
    await fake.control("events", { signedSecondsAgo: 301 });
    expect(await fake.control("resend", { type: "checkout.session.completed" })).toBe(400);
    await fake.control("heal");
    expect(await fake.control("resend", { type: "checkout.session.completed" })).toBe(200);
  });

  test("can be late and out of order", async () => {
    await fake.control("events", { held: true });
    await pay();
    expect(heard).toEqual([]);
    await fake.control("release", { order: "last-to-first" });
    expect(types()).toEqual([
      "checkout.session.completed",
      "payment_intent.succeeded",
      "charge.succeeded",
      "payment_intent.created",
    ]);
  });

  test("of one session can fail without those of others", async () => {
    const { id } = await open();
    await fake.control("events", { session: id, lost: ["*"] });
    await fake.control("pay", { session: id });
    await pay();
    await until(async () => heard.length === 4);
    expect(JSON.stringify(heard)).not.toContain(id);
  });

  test("are sent when a session expires by the clock", async () => {
    await open();
    await fake.control("advance", { seconds: 25 * 3600 });
    await hears("checkout.session.expired");
  });
});

test("another process can control the fake over HTTP", async () => {
  const { id } = await open();
  const played = await fetch(`${fake.url}/control/pay`, {
    method: "POST",
    body: JSON.stringify({ session: id }),
  });
  expect(await played.json()).toEqual({ next: "return" });
  const state = await (await fetch(`${fake.url}/control/state`, { method: "POST" })).json();
  expect(state).toMatchObject({ sessions: expect.arrayContaining([expect.objectContaining({ id })]) });
  expect((await fetch(`${fake.url}/control/sing`, { method: "POST" })).status).toBe(404);
});
