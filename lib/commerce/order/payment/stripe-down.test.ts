import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { asShop } from "#lib/platform/context.ts";
import { env } from "#lib/platform/env.ts";
import { isDomainError } from "#lib/platform/errors.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { atTheTill } from "#test/payment/checkout.ts";
import { refundPaymentOf } from "#test/payment/refund.ts";
import {
  type Away,
  atStripe,
  comesBack,
  each,
  events,
  expectSound,
  goAway,
  isOrdered,
  manyAway,
  offerStripe,
  orderOf,
  patiently,
  payByStripe,
  pays,
  runs,
  stockAtFirst,
  stripe,
  workerLooks,
} from "#test/payment/stripe-scenes.ts";
import { makeDiscount } from "#test/support/catalogue.ts";
import { addShipment, moveOrder, orders, tendOrder } from "../index.ts";
import { leaveAttempt } from "./visit-attempt.ts";

offerStripe();

type Kind = "error" | "error-kept" | "error-after" | "cut-before" | "cut-after" | "limit";
const kinds: Kind[] = ["error-kept", "error-after", "cut-before", "cut-after", "limit", "error"];
// The package repeats each call, with pauses.
const few = 10;

/** Runs `work` while this call fails every time. */
async function whileDown(call: string, kind: Kind, work: () => Promise<unknown>): Promise<void> {
  await stripe.fake.control("fault", { call, kind, times: 1_000_000 });
  await work();
  await stripe.fake.control("heal");
}

const isTold = (error: unknown) =>
  expect(["unavailable", "payment_declined"]).toContain(isDomainError(error) && error.code);

describe.each(runs < few ? kinds.slice(0, 2) : kinds)(
  `Stripe answers with "%s" for a minute (${runs} times)`,
  patiently,
  (kind) => {
    test.each(["sessions.create", "coupons.create"])("at %s: the shopper pays later, once", async (call) => {
      const { code } = await makeDiscount({ kind: "fixed", value: 250n });
      const shoppers = await each(Array.from({ length: runs }), () =>
        atTheTill(stockAtFirst, { coupons: [code] }),
      );
      await whileDown(call, kind, () => each(shoppers, (shopper) => payByStripe(shopper).catch(isTold)));
      await each(shoppers, async (shopper) => {
        const away = await goAway(shopper);
        await pays(away);
        await isOrdered(away);
        await expectSound(away, "ordered");
        expect((await atStripe(away)).sessions).toHaveLength(1);
      });
    });

    test("when a paid page is looked at: the order is placed later", async () => {
      const all = await manyAway();
      await each(all, async (away) => {
        await events(away, { lost: ["*"] });
        await pays(away);
      });
      await whileDown("sessions.retrieve", kind, () =>
        each(all, async (away) => {
          expect((await comesBack(away)).order).toBeNull();
          await workerLooks(away);
        }),
      );
      await each(all, (away) => expectSound(away, "ordered"));
    });

    test("when the page is to be closed: the shopper can still pay, or leave later", async () => {
      const all = await manyAway();
      await whileDown("sessions.expire", kind, () =>
        each(all, ({ shopper, attemptId }) => leaveAttempt(shopper.ctx, { id: attemptId }).catch(isTold)),
      );
      await each(all, async (away) => {
        const isLeaving = all.indexOf(away) % 2 > 0;
        if (isLeaving) await leaveAttempt(away.shopper.ctx, { id: away.attemptId });
        const isPaid = await pays(away).then(
          () => true,
          () => false,
        );
        if (isLeaving) expect(isPaid).toBe(false);
        await expectSound(away, isPaid ? "ordered" : "not ordered");
      });
    });

    // Only a day later does Stripe forget such a failure: another key could refund twice.
    test.skipIf(kind === "error-kept")(
      "when money is to be refunded: it is refunded later, once",
      async () => {
        const all = await manyAway();
        await each(all, async (away) => {
          await pays(away);
          await isOrdered(away);
        });
        await whileDown("refunds.create", kind, () =>
          each(all, async (away) => refundPaymentOf(String((await orderOf(away))?.id), 300)),
        );
        await each(all, async (away) => {
          await expectSound(away, "ordered");
          expect((await orderOf(away))?.balance.refunded).toBe(300);
        });
      },
    );

    describe("with payments that are captured on shipping", () => {
      beforeEach(() => {
        env.CAPTURE = "on-shipping";
      });
      afterEach(() => {
        env.CAPTURE = "on-placement";
      });

      async function manyAuthorized(): Promise<(Away & { orderId: string })[]> {
        return each(await manyAway(), async (away) => {
          await pays(away);
          const { id: orderId } = await isOrdered(away);
          return { ...away, orderId };
        });
      }

      test("when money is to be captured: it is captured later", async () => {
        const all = await manyAuthorized();
        await whileDown("intents.capture", kind, () =>
          each(all, async (away) => {
            await moveOrder(asShop, { id: away.orderId }, [addShipment({ lines: [], tracking: null })]);
            await tendOrder(away).catch(() => undefined);
          }),
        );
        await each(all, async (away) => {
          await tendOrder(away);
          await expectSound(away, "ordered");
          expect((await orderOf(away))?.paymentStatus).toBe("paid");
        });
      });

      test("when an authorization is to be released: it is released later", async () => {
        const all = await manyAuthorized();
        await whileDown("intents.cancel", kind, () =>
          each(all, async (away) => {
            await perform(orders.cancel, away.shopper.ctx, { id: away.orderId });
            await workerLooks(away);
          }),
        );
        await each(all, async (away) => {
          await expectSound(away, "ordered");
          expect((await orderOf(away))?.paymentStatus).toBe("voided");
        });
      });
    });
  },
);
