import type Stripe from "stripe";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { db, Prisma } from "#lib/platform/db.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { type StripeShop, startStripeShop, webhookSecret } from "#test/fakes/stripe/shop.ts";
import { type AtTheTill, atTheTill, letTimePass, makeDue, pay } from "#test/payment/checkout.ts";
import { offer } from "#test/payment/offer.ts";
import { stockOf } from "#test/support/catalogue.ts";
import { serveHttp, type TestServer } from "#test/support/http-server.ts";
import { until } from "#test/support/until.ts";
import { loadOrder, orders, receiveWebhook, tendDuePayments, visitAttempt } from "./index.ts";

const shop = { actor: { type: "shop" } } as const;
const runs = Number(process.env.HISTORIES ?? 6);
const stockAtFirst = 5;

let stripe: StripeShop;
let webhook: TestServer;

beforeAll(async () => {
  stripe = await startStripeShop();
  offer(stripe.provider);
  webhook = await serveHttp(async (request) => {
    await receiveWebhook("stripe", request);
    return new Response();
  });
  await stripe.fake.control("webhook", { url: webhook.url, secret: webhookSecret });
});
afterAll(async () => {
  await stripe.fake.close();
  await webhook.close();
});
afterEach(() => stripe.fake.control("heal"));

/** A shopper on Stripe's page. */
type Away = { shopper: AtTheTill; attemptId: string; session: string };

async function goAway(shopper?: AtTheTill): Promise<Away> {
  const who = shopper ?? (await atTheTill(stockAtFirst));
  const { attempt } = await pay(who, { paymentProvider: "stripe", paymentMethod: "checkout" });
  if (!attempt) throw new Error("Nobody was led to Stripe");
  return {
    shopper: who,
    attemptId: attempt.id,
    session: new URL(attempt.redirectUrl).pathname.split("/").at(-1) ?? "",
  };
}

const pays = ({ session }: Away, card?: "4000000000000002" | "4000002500003155") =>
  stripe.fake.control("pay", { session, ...(card && { card }) });
const comesBack = ({ shopper, attemptId }: Away) => visitAttempt(shopper.ctx, { id: attemptId });
const events = ({ session }: Away, faults: { lost?: string[]; held?: boolean; copies?: number }) =>
  stripe.fake.control("events", { session, ...faults });
const orderOf = ({ shopper }: Away) => loadOrder(shop, Prisma.sql`o.cart_id = ${shopper.cartId}::uuid`);
const isOrdered = (away: Away) => until(() => orderOf(away));
const goneStock = ({ shopper }: Away) =>
  db.stock.updateMany({ where: { variantId: shopper.variant.variantId }, data: { quantity: 0 } });

async function workerLooks({ shopper }: Away): Promise<void> {
  await makeDue(shopper);
  await tendDuePayments();
}

/** Stripe's state of the cart's attempts. */
async function atStripe({ shopper }: Away) {
  const rows = await db.payment.findMany({ where: { cartId: shopper.cartId, provider: "stripe" } });
  const ids = new Set(rows.map(({ id }) => id));
  const sessions: Stripe.Checkout.Session[] = [];
  const expand = ["data.payment_intent.latest_charge"];
  for await (const session of stripe.api.checkout.sessions.list({ limit: 100, expand }))
    if (ids.has(session.client_reference_id ?? "")) sessions.push(session);
  let held = 0;
  for (const { payment_intent: intent } of sessions) {
    if (!intent || typeof intent === "string") continue;
    const charge = intent.latest_charge;
    held += intent.amount_received - (charge && typeof charge !== "string" ? charge.amount_refunded : 0);
  }
  return { rows, sessions, held };
}

/** The final state: one order or none, and every cent where it belongs. */
async function expectSound(away: Away, wanted: "ordered" | "not ordered"): Promise<void> {
  await letTimePass(away.shopper);
  for (let round = 0; round < 4; round++) await workerLooks(away);
  const { rows, sessions, held } = await atStripe(away);
  const order = await orderOf(away);
  expect(order === null ? "not ordered" : "ordered").toBe(wanted);
  expect(sessions.filter(({ status }) => status === "open")).toEqual([]);
  expect(rows.filter(({ dueAt }) => dueAt !== null)).toEqual([]);
  expect(order ? order.balance.paid - order.balance.refunded : 0).toBe(held);
  const cart = await db.cart.findUniqueOrThrow({ where: { id: away.shopper.cartId } });
  expect([cart.status, cart.payingId]).toEqual([order ? "ordered" : "active", null]);
}

/** Runs a scene several times concurrently. */
async function often(scene: () => Promise<void>): Promise<void> {
  await Promise.all(Array.from({ length: runs }, scene));
}

describe("an order is placed once", () => {
  test("if Stripe's event comes first", () =>
    often(async () => {
      const away = await goAway();
      await pays(away);
      const order = await isOrdered(away);
      expect((await comesBack(away)).order?.id).toBe(order.id);
      await expectSound(away, "ordered");
      expect(await stockOf(away.shopper.variant)).toBe(stockAtFirst - 2);
    }));

  test("if the shopper returns first, and Stripe's events come late and in reverse", async () => {
    const away = await goAway();
    await events(away, { held: true });
    await pays(away);
    const { order } = await comesBack(away);
    expect(order).not.toBeNull();
    await stripe.fake.control("release", { order: "last-to-first" });
    expect((await orderOf(away))?.id).toBe(order?.id);
    await expectSound(away, "ordered");
  });

  test("if both come at once, every event twenty times", { timeout: 60_000 }, () =>
    often(async () => {
      const away = await goAway();
      await events(away, { copies: 20 });
      await pays(away);
      const [first, second] = await Promise.all([comesBack(away), comesBack(away)]);
      const order = await isOrdered(away);
      for (const seen of [first, second]) expect([undefined, order.id]).toContain(seen.order?.id);
      await expectSound(away, "ordered");
    }),
  );

  test("by the worker, if the tab was closed and Stripe's event is lost", () =>
    often(async () => {
      const away = await goAway();
      await events(away, { lost: ["*"] });
      await pays(away);
      await workerLooks(away);
      await isOrdered(away);
      await expectSound(away, "ordered");
    }));

  test("after a declined card, with another one, and after a second step", async () => {
    const away = await goAway();
    await pays(away, "4000000000000002");
    expect(await comesBack(away)).toMatchObject({ order: null, attempt: { state: "redirected" } });
    await pays(away, "4000002500003155");
    expect((await comesBack(away)).order).toBeNull();
    await stripe.fake.control("answer", { session: away.session });
    await isOrdered(away);
    await expectSound(away, "ordered");
  });

  test("although every call to Stripe fails for a while", () =>
    often(async () => {
      const away = await goAway();
      await events(away, { lost: ["*"] });
      await pays(away);
      await stripe.fake.control("fault", { call: "sessions.retrieve", kind: "error", times: 4 });
      await comesBack(away);
      await workerLooks(away);
      await expectSound(away, "ordered");
    }));
});

describe("no order is placed", () => {
  test("if the second step is never answered: the page closes with the stock hold", () =>
    often(async () => {
      const away = await goAway();
      await pays(away, "4000002500003155");
      await expectSound(away, "not ordered");
      expect((await comesBack(away)).attempt.state).toBe("expired");
      expect(await stockOf(away.shopper.variant)).toBe(stockAtFirst);
    }));

  test("if the stock is gone: the money is refunded", () =>
    often(async () => {
      const away = await goAway();
      await events(away, { lost: ["*"] });
      await pays(away);
      await goneStock(away);
      await workerLooks(away);
      await expectSound(away, "not ordered");
      expect((await comesBack(away)).attempt).toMatchObject({ state: "refunded" });
    }));

  test("if Stripe is down for the refund: it is refunded later, once", async () => {
    const away = await goAway();
    await events(away, { lost: ["*"] });
    await pays(away);
    await goneStock(away);
    await stripe.fake.control("fault", { call: "refunds.create", kind: "error-after", times: 1 });
    await workerLooks(away);
    await expectSound(away, "not ordered");
    const { sessions } = await atStripe(away);
    const [intent] = sessions.map(({ payment_intent: paid }) =>
      paid && typeof paid !== "string" ? paid.id : "",
    );
    const { data } = await stripe.api.refunds.list({ payment_intent: String(intent) });
    expect(data).toHaveLength(1);
  });
});

describe("another way to pay in another tab", () => {
  test("closes Stripe's page", async () => {
    const away = await goAway();
    await pay(away.shopper, { paymentProvider: "bank-transfer", paymentMethod: "bank_transfer" });
    await expect(pays(away)).rejects.toThrow("expired");
    await expectSound(away, "ordered");
    expect((await orderOf(away))?.payment?.provider).toBe("bank-transfer");
  });

  test("comes too late if Stripe's page has been paid", async () => {
    const away = await goAway();
    await events(away, { lost: ["*"] });
    await pays(away);
    await pay(away.shopper, { paymentProvider: "bank-transfer", paymentMethod: "bank_transfer" });
    await expectSound(away, "ordered");
    expect((await orderOf(away))?.payment?.provider).toBe("stripe");
  });
});

test("a cancelled order is refunded, and a refund in Stripe's dashboard reaches its order", async () => {
  const away = await goAway();
  await pays(away);
  const { id } = await isOrdered(away);
  await perform(orders.cancel, away.shopper.ctx, { id });
  await expectSound(away, "ordered");
  expect((await atStripe(away)).held).toBe(0);

  const other = await goAway();
  await pays(other);
  await isOrdered(other);
  const [session] = (await atStripe(other)).sessions;
  const intent = session?.payment_intent;
  if (!intent || typeof intent === "string") throw new Error("It was not paid");
  await stripe.api.refunds.create({ payment_intent: intent.id, amount: 100 });
  await until(async () => (await orderOf(other))?.balance.refunded === 100);
  await expectSound(other, "ordered");
});
