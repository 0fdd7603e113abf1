import { describe, expect, test } from "vitest";
import { perform } from "#lib/platform/verb/index.ts";
import {
  atStripe,
  comesBack,
  each,
  events,
  expectSound,
  goAway,
  intentOf,
  isOrdered,
  manyAway,
  offerStripe,
  often,
  orderOf,
  patiently,
  payByTransfer,
  pays,
  runs,
  soon,
  stockAtFirst,
  stripe,
  workerLooks,
} from "#test/payment/stripe-scenes.ts";
import { stockOf } from "#test/support/catalogue.ts";
import { until } from "#test/support/until.ts";
import { orders } from "../index.ts";

offerStripe();

describe(`an order is placed once (${runs} times)`, patiently, () => {
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
    const all = await manyAway();
    const seen = await each(all, async (away) => {
      await events(away, { held: true });
      await pays(away);
      return (await comesBack(away)).order?.id;
    });
    await stripe.fake.control("release", { order: "last-to-first" });
    await each(all, async (away) => {
      expect((await orderOf(away))?.id).toBe(seen[all.indexOf(away)]);
      await expectSound(away, "ordered");
    });
  });

  test("if both come at once, every event twenty times", () =>
    often(async () => {
      const away = await goAway();
      await events(away, { copies: 20 });
      await pays(away);
      const returns = () => soon().then(() => comesBack(away));
      const [first, second] = await Promise.all([returns(), returns()]);
      const order = await isOrdered(away);
      for (const seen of [first, second]) expect([undefined, order.id]).toContain(seen.order?.id);
      await expectSound(away, "ordered");
    }));

  test("by the worker, if the tab was closed and Stripe's event is lost", () =>
    often(async () => {
      const away = await goAway();
      await events(away, { lost: ["*"] });
      await pays(away);
      await workerLooks(away);
      await isOrdered(away);
      await expectSound(away, "ordered");
    }));

  test("after a declined card, with another one, and after a second step", () =>
    often(async () => {
      const away = await goAway();
      await pays(away, "4000000000000002");
      expect(await comesBack(away)).toMatchObject({ order: null, attempt: { state: "redirected" } });
      await pays(away, "4000002500003155");
      expect((await comesBack(away)).order).toBeNull();
      await stripe.fake.control("answer", { session: away.session });
      await isOrdered(away);
      await expectSound(away, "ordered");
    }));
});

describe(`another way to pay in another tab (${runs} times)`, patiently, () => {
  test("closes Stripe's page", () =>
    often(async () => {
      const away = await goAway();
      await payByTransfer(away.shopper);
      await expect(pays(away)).rejects.toThrow("expired");
      await expectSound(away, "ordered");
      expect((await orderOf(away))?.payment?.provider).toBe("bank-transfer");
    }));

  test("comes too late if Stripe's page has been paid", () =>
    often(async () => {
      const away = await goAway();
      await events(away, { lost: ["*"] });
      await pays(away);
      await payByTransfer(away.shopper);
      await expectSound(away, "ordered");
      expect((await orderOf(away))?.payment?.provider).toBe("stripe");
    }));

  test("at the same moment leads to one order, paid one way", () =>
    often(async () => {
      const away = await goAway();
      await Promise.allSettled([
        soon().then(() => payByTransfer(away.shopper)),
        soon().then(() => pays(away)),
        soon().then(() => comesBack(away)),
      ]);
      await expectSound(away, "ordered");
      const { held } = await atStripe(away);
      const order = await orderOf(away);
      expect(held).toBe(order?.payment?.provider === "stripe" ? order.totals.total : 0);
    }));
});

test(`a cancelled order is refunded (${runs} times)`, patiently, () =>
  often(async () => {
    const away = await goAway();
    await pays(away);
    const { id } = await isOrdered(away);
    await perform(orders.cancel, away.shopper.ctx, { id });
    await expectSound(away, "ordered");
    expect((await atStripe(away)).held).toBe(0);
  }),
);

test(`a refund in Stripe's dashboard reaches its order (${runs} times)`, patiently, () =>
  often(async () => {
    const away = await goAway();
    await pays(away);
    await isOrdered(away);
    await stripe.api.refunds.create({ payment_intent: (await intentOf(away)).id, amount: 100 });
    await until(async () => (await orderOf(away))?.balance.refunded === 100);
    await expectSound(away, "ordered");
  }),
);
