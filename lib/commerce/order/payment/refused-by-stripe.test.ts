import { describe, expect, test } from "vitest";
import { db } from "#lib/platform/database/db.ts";
import { letTimePass } from "#test/payment/checkout.ts";
import {
  type Away,
  atStripe,
  comesBack,
  each,
  events,
  expectSound,
  goAway,
  goneStock,
  intentOf,
  manyAway,
  offerStripe,
  often,
  orderOf,
  patiently,
  pays,
  runs,
  stockAtFirst,
  stripe,
  workerLooks,
} from "#test/payment/stripe-scenes.ts";
import { stockOf } from "#test/support/catalogue.ts";
import { until } from "#test/support/until.ts";

offerStripe();

const isRefused = (away: Away) =>
  until(async () => {
    const payment = await db.payment.findUniqueOrThrow({ where: { id: away.attemptId } });
    return payment.goesBack && payment;
  });

describe(`no order is placed (${runs} times)`, patiently, () => {
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

  test("if the event comes after the time is up and the stock has gone: the money is refunded", async () => {
    const all = await manyAway();
    await each(all, async (away) => {
      await events(away, { held: true });
      await pays(away);
      await goneStock(away);
      await letTimePass(away.shopper);
    });
    await stripe.fake.control("release");
    await each(all, async (away) => {
      await isRefused(away);
      await expectSound(away, "not ordered");
      expect(await atStripe(away)).toMatchObject({ held: 0 });
    });
  });

  test("if Stripe charges another amount than the total: all of it is refunded", () =>
    often(async () => {
      const away = await goAway();
      await stripe.fake.control("reprice", { session: away.session, by: 100 });
      await pays(away);
      await isRefused(away);
      await expectSound(away, "not ordered");
      expect((await intentOf(away)).amount_received).toBeGreaterThan(100);
      expect(await atStripe(away)).toMatchObject({ held: 0 });
    }));

  test("if Stripe fails after refunding: it is refunded once", async () => {
    const all = await manyAway();
    await each(all, async (away) => {
      await events(away, { lost: ["*"] });
      await pays(away);
      await goneStock(away);
    });
    await stripe.fake.control("fault", { call: "refunds.create", kind: "error-after", times: all.length });
    await each(all, workerLooks);
    await stripe.fake.control("heal");
    await each(all, async (away) => {
      await expectSound(away, "not ordered");
      const { data } = await stripe.api.refunds.list({ payment_intent: (await intentOf(away)).id });
      expect(data).toHaveLength(1);
    });
  });
});

describe(`an event is not believed (${runs} times)`, patiently, () => {
  test.each([
    ["with a wrong signature", { wrongSecret: true }],
    ["signed more than five minutes ago", { signedSecondsAgo: 301 }],
  ])("%s: the order is placed when the shopper returns", async (_name, fault) => {
    const all = await manyAway();
    await each(all, async (away) => {
      await stripe.fake.control("events", { session: away.session, ...fault });
      await pays(away);
      await until(() => wasRefused(away));
      expect(await orderOf(away)).toBeNull();
      expect((await comesBack(away)).order).not.toBeNull();
      await expectSound(away, "ordered");
    });
  });
});

/** Whether the shop has answered an event of this page, and never accepted one. */
async function wasRefused({ session }: Away): Promise<boolean> {
  const { events: sent, deliveries } = (await stripe.fake.control("state")) as {
    events: { id: string; data: { object: { id: string } } }[];
    deliveries: { event: string; status: number }[];
  };
  const own = sent.filter(({ data }) => data.object.id === session).map(({ id }) => id);
  const answers = deliveries.filter(({ event }) => own.includes(event)).map(({ status }) => status);
  expect(answers.filter((status) => status < 400)).toEqual([]);
  return answers.length > 0;
}
