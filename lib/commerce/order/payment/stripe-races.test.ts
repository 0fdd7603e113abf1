import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { asShop } from "#lib/platform/context.ts";
import { env } from "#lib/platform/env.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { refundPaymentOf } from "#test/payment/refund.ts";
import {
  type Away,
  atStripe,
  expectSound,
  goAway,
  intentOf,
  isOrdered,
  offerStripe,
  often,
  orderOf,
  patiently,
  pays,
  runs,
  soon,
  stripe,
} from "#test/payment/stripe-scenes.ts";
import { addShipment, moveOrder, orders, tendOrder } from "../index.ts";

offerStripe();

async function buy(): Promise<Away & { orderId: string }> {
  const away = await goAway();
  await pays(away);
  const { id: orderId } = await isOrdered(away);
  return { ...away, orderId };
}

const refund = async ({ orderId }: { orderId: string }, amount?: number) => {
  await soon();
  return refundPaymentOf(orderId, amount);
};
const succeeded = (results: PromiseSettledResult<unknown>[]) =>
  results.filter(({ status }) => status === "fulfilled").length;

describe(`refunded twice at once (${runs} times)`, patiently, () => {
  test("in parts: both are refunded, each once", () =>
    often(async () => {
      const away = await buy();
      expect(succeeded(await Promise.allSettled([refund(away, 300), refund(away, 500)]))).toBe(2);
      await expectSound(away, "ordered");
      expect((await orderOf(away))?.balance.refunded).toBe(800);
      const { data } = await stripe.api.refunds.list({ payment_intent: (await intentOf(away)).id });
      expect(data.map(({ amount }) => amount).toSorted()).toEqual([300, 500]);
    }));

  test("in whole: one of them is refused", () =>
    often(async () => {
      const away = await buy();
      expect(succeeded(await Promise.allSettled([refund(away), refund(away)]))).toBe(1);
      await expectSound(away, "ordered");
      expect(await atStripe(away)).toMatchObject({ held: 0 });
    }));

  test("by us and in Stripe's dashboard: never more than was captured", () =>
    often(async () => {
      const away = await buy();
      const { id, amount } = await intentOf(away);
      const byHand = soon().then(() => stripe.api.refunds.create({ payment_intent: id, amount }));
      await Promise.allSettled([refund(away), byHand]);
      await expectSound(away, "ordered");
      expect(await atStripe(away)).toMatchObject({ held: 0 });
    }));
});

describe(`cancelled while it is captured (${runs} times)`, patiently, () => {
  beforeEach(() => {
    env.CAPTURE = "on-shipping";
  });
  afterEach(() => {
    env.CAPTURE = "on-placement";
  });

  test("it is either sent and paid, or cancelled and free", () =>
    often(async () => {
      const away = await buy();
      const { orderId } = away;
      const send = async () => {
        await soon();
        await moveOrder(asShop, { id: orderId }, [addShipment({ lines: [], tracking: null })]);
        await tendOrder({ orderId });
      };
      const cancel = async () => {
        await soon();
        await perform(orders.cancel, away.shopper.ctx, { id: orderId });
        await tendOrder({ orderId });
      };
      expect(succeeded(await Promise.allSettled([send(), cancel()]))).toBe(1);
      await expectSound(away, "ordered");
      const order = await orderOf(away);
      const { held, reserved } = await atStripe(away);
      expect(reserved).toBe(0);
      expect(held).toBe(order?.status === "cancelled" ? 0 : order?.totals.total);
    }));

  test("in Stripe's dashboard: the order says what Stripe holds", () =>
    often(async () => {
      const away = await buy();
      const { id } = await intentOf(away);
      await Promise.allSettled([
        soon().then(() => stripe.api.paymentIntents.capture(id)),
        soon().then(() => perform(orders.cancel, away.shopper.ctx, { id: away.orderId })),
      ]);
      await expectSound(away, "ordered");
      expect(await atStripe(away)).toMatchObject({ held: 0, reserved: 0 });
    }));
});
