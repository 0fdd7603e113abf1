import Stripe from "stripe";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { until } from "#test/support/until.ts";
import { type ListeningShop, startListeningShop } from "./listening-shop.ts";

let shop: ListeningShop;
// Each test has its own, so that no event of another test arrives late.
beforeEach(async () => {
  shop = await startListeningShop();
});
afterEach(() => shop.close());

const types = () => shop.received.map(({ type }) => type);

describe("events", () => {
  const pay = async () => shop.fake.control("pay", { session: (await shop.open()).id });

  test("are signed and contain a snapshot", async () => {
    const { id } = await shop.open({ payment_intent_data: { capture_method: "manual" } });
    await shop.fake.control("pay", { session: id });
    const event = await shop.waitFor("checkout.session.completed");
    expect(event).toMatchObject({ object: "event", api_version: Stripe.API_VERSION, livemode: false });
    expect(event.data.object).toMatchObject({ id, payment_status: "unpaid" });
    await shop.waitFor("payment_intent.amount_capturable_updated");
  });

  test("are repeated until the shop acknowledges them", async () => {
    shop.answers = [500, 500];
    await shop.fake.control("events", { lost: ["payment_intent.created", "charge.succeeded"] });
    await pay();
    await until(async () => shop.received.length === 4);
    expect(new Set(types())).toEqual(new Set(["payment_intent.succeeded", "checkout.session.completed"]));
  });

  test("can be lost, duplicated, or signed wrongly or with an old timestamp", async () => {
    await shop.fake.control("events", { lost: ["*"] });
    await pay();
    await shop.fake.control("events", { copies: 2 });
    await pay();
    await until(async () => shop.received.length === 8);
    expect(new Set(shop.received.map(({ id }) => id)).size).toBe(4);
    await shop.fake.control("events", { wrongSecret: true });
    await pay();
    await until(async () => shop.refused >= 4);
    await shop.fake.control("events", { signedSecondsAgo: 301 });
    expect(await shop.fake.control("resend", { type: "checkout.session.completed" })).toBe(400);
    await shop.fake.control("heal");
    expect(await shop.fake.control("resend", { type: "checkout.session.completed" })).toBe(200);
  });

  test("can be late and out of order", async () => {
    await shop.fake.control("events", { held: true });
    await pay();
    expect(shop.received).toEqual([]);
    await shop.fake.control("release", { order: "last-to-first" });
    expect(types()).toEqual([
      "checkout.session.completed",
      "payment_intent.succeeded",
      "charge.succeeded",
      "payment_intent.created",
    ]);
  });

  test("of one session can fail without those of others", async () => {
    const { id } = await shop.open();
    await shop.fake.control("events", { session: id, lost: ["*"] });
    await shop.fake.control("pay", { session: id });
    await pay();
    await until(async () => shop.received.length === 4);
    expect(JSON.stringify(shop.received)).not.toContain(id);
  });

  test("are sent when a session expires by the clock", async () => {
    await shop.open();
    await shop.fake.control("advance", { seconds: 25 * 3600 });
    await shop.waitFor("checkout.session.expired");
  });
});

test("another process can control the fake over HTTP", async () => {
  const { id } = await shop.open();
  const played = await fetch(`${shop.fake.url}/control/pay`, {
    method: "POST",
    body: JSON.stringify({ session: id }),
  });
  expect(await played.json()).toEqual({ next: "return" });
  const state = await (await fetch(`${shop.fake.url}/control/state`, { method: "POST" })).json();
  expect(state).toMatchObject({ sessions: expect.arrayContaining([expect.objectContaining({ id })]) });
  expect((await fetch(`${shop.fake.url}/control/sing`, { method: "POST" })).status).toBe(404);
});
