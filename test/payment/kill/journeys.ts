import { withClient } from "#scripts/postgres/with-client.ts";
import type { Goods } from "./goods.ts";
import { refundPart, shipOrder } from "./operator.ts";
import type { Away, Shopper } from "./shopper.ts";
import type { Surroundings } from "./surroundings.ts";
import type { Moment } from "./trap.ts";

export type CaptureTime = "on-placement" | "on-shipping";

export type Stage = { at: Surroundings; goods: { plenty: Goods; scarce: Goods }; random: () => number };

export type Journey = {
  /** The moments that only it reaches, besides those of every payment. */
  reaches?: Moment[];
  /** Means something only if payments are captured then. */
  capture?: CaptureTime;
  go(shopper: Shopper, stage: Stage): Promise<void>;
};

async function goToPay(shopper: Shopper, { goods }: Stage): Promise<Away | null> {
  await shopper.fillCart(goods.plenty);
  return shopper.place("stripe");
}

async function buy(shopper: Shopper, stage: Stage): Promise<Away | null> {
  shopper.expected = "an order";
  const away = await goToPay(shopper, stage);
  if (away && (await shopper.pay(away))) await shopper.comeBack(away, 30_000);
  return away;
}

const silently = (stage: Stage, { session }: Away) =>
  stage.at.stripe.control("events", { session, lost: ["*"] });

/** Everything that people do with a payment. */
export const journeys: Record<string, Journey> = {
  "pays and returns": {
    async go(shopper, stage) {
      await buy(shopper, stage);
    },
  },
  "closes the tab after paying": {
    async go(shopper, stage) {
      shopper.expected = "an order";
      const away = await goToPay(shopper, stage);
      if (away) await shopper.pay(away);
    },
  },
  "closes the tab after paying, and no event arrives": {
    async go(shopper, stage) {
      shopper.expected = "an order";
      const away = await goToPay(shopper, stage);
      if (!away) return;
      await silently(stage, away);
      await shopper.pay(away);
    },
  },
  "returns twice while each event arrives five times": {
    async go(shopper, stage) {
      shopper.expected = "an order";
      const away = await goToPay(shopper, stage);
      if (!away) return;
      await stage.at.stripe.control("events", { session: away.session, copies: 5 });
      await shopper.pay(away);
      await Promise.all([shopper.comeBack(away), shopper.comeBack(away)]);
    },
  },
  "is declined, then pays with another card": {
    async go(shopper, stage) {
      shopper.expected = "an order";
      const away = await goToPay(shopper, stage);
      if (!away) return;
      await shopper.pay(away, "4000000000000002");
      if (await shopper.pay(away)) await shopper.comeBack(away);
    },
  },
  "leaves the page unpaid": {
    async go(shopper, stage) {
      shopper.expected = "no order";
      await goToPay(shopper, stage);
    },
  },
  "changes the cart, then pays": {
    reaches: ["before close", "after close"],
    async go(shopper, stage) {
      const first = await goToPay(shopper, stage);
      await shopper.changeCart();
      if (first) await shopper.pay(first);
      const second = await shopper.place("stripe");
      if (second && (await shopper.pay(second))) await shopper.comeBack(second);
    },
  },
  "pays in one tab and chooses a transfer in another": {
    reaches: ["before close", "after close"],
    async go(shopper, stage) {
      shopper.expected = "an order";
      const away = await goToPay(shopper, stage);
      if (!away) return;
      await Promise.all([shopper.placeInAnotherTab("bank-transfer"), shopper.pay(away)]);
      await shopper.comeBack(away);
    },
  },
  "pays when the stock has gone": {
    reaches: ["before refund", "after refund"],
    capture: "on-placement",
    async go(shopper, stage) {
      const { variantId } = stage.goods.scarce;
      await setStock(stage, variantId, 1_000);
      await shopper.fillCart(stage.goods.scarce);
      const away = await shopper.place("stripe");
      await setStock(stage, variantId, 0);
      if (away && (await shopper.pay(away))) await shopper.comeBack(away);
    },
  },
  "pays, then cancels": {
    reaches: ["cancelled", "before refund", "after refund"],
    capture: "on-placement",
    async go(shopper, stage) {
      await buy(shopper, stage);
      await shopper.cancel();
    },
  },
  "gets two parts back at once": {
    reaches: ["refund asked", "before refund", "after refund"],
    capture: "on-placement",
    async go(shopper, stage) {
      const away = await buy(shopper, stage);
      if (!away || shopper.seen.size === 0) return;
      await Promise.all([300, 500].map((amount) => refundPart(stage.at, shopper, away, amount)));
    },
  },
  "cancels what is only authorized": {
    reaches: ["cancelled", "before release", "after release"],
    capture: "on-shipping",
    async go(shopper, stage) {
      await buy(shopper, stage);
      await shopper.cancel();
    },
  },
  "is sent what is only authorized": {
    reaches: ["shipped", "before capture", "after capture"],
    capture: "on-shipping",
    async go(shopper, stage) {
      await buy(shopper, stage);
      for (const { orderNumber } of shopper.seen.values()) await shipOrder(stage.at, shopper, orderNumber);
    },
  },
  "cancels while it is being sent": {
    reaches: ["shipped", "cancelled"],
    capture: "on-shipping",
    async go(shopper, stage) {
      await buy(shopper, stage);
      for (const { orderNumber } of shopper.seen.values())
        await Promise.all([shipOrder(stage.at, shopper, orderNumber), shopper.cancel()]);
    },
  },
};

/** Purchases without a payment provider. */
export const purchases: Record<string, Journey> = {
  "buys by transfer": { go: (shopper, stage) => buyPlainly(shopper, stage, "bank-transfer") },
  "buys on delivery": { go: (shopper, stage) => buyPlainly(shopper, stage, "cash-on-delivery") },
};

async function buyPlainly(shopper: Shopper, { goods }: Stage, provider: string): Promise<void> {
  shopper.expected = "an order";
  await shopper.fillCart(goods.plenty);
  await shopper.place(provider);
}

async function setStock({ at }: Stage, variantId: string, quantity: number): Promise<void> {
  const set = () =>
    withClient(at.databaseUrl, (client) =>
      client.query("update stock set quantity = $1 where variant_id = $2", [quantity, variantId]),
    );
  // The database may be what was killed.
  for (let tries = 0; ; tries++) {
    try {
      await set();
      return;
    } catch (error) {
      if (tries === 100) throw error;
      await new Promise((again) => setTimeout(again, 200));
    }
  }
}
