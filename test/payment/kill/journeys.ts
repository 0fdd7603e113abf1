import { withClient } from "#scripts/postgres/with-client.ts";
import type { Goods } from "./goods.ts";
import type { Moment } from "./kill-switch.ts";
import { refundPart, shipOrder } from "./operator.ts";
import type { OpenPage, Shopper } from "./shopper.ts";
import type { System } from "./system.ts";

export type CaptureTime = "on-placement" | "on-shipping";

export type Scene = { system: System; goods: { plenty: Goods; scarce: Goods }; random: () => number };

export type Journey = {
  /** Moments that not every payment reaches. */
  reaches?: Moment[];
  /** Played only if payments are captured then; by default always. */
  capture?: CaptureTime;
  go(shopper: Shopper, scene: Scene): Promise<void>;
};

async function goToPay(shopper: Shopper, { goods }: Scene): Promise<OpenPage | null> {
  await shopper.fillCart(goods.plenty);
  return shopper.place("stripe");
}

async function buy(shopper: Shopper, scene: Scene): Promise<OpenPage | null> {
  shopper.expected = "an order";
  const page = await goToPay(shopper, scene);
  if (page && (await shopper.pay(page))) await shopper.comeBack(page, 30_000);
  return page;
}

/** Loses every event about this page. */
const loseEvents = ({ system }: Scene, { session }: OpenPage) =>
  system.stripe.control("events", { session, lost: ["*"] });

/** What shoppers do when they pay by Stripe. */
export const journeys: Record<string, Journey> = {
  "pays and returns": {
    async go(shopper, scene) {
      await buy(shopper, scene);
    },
  },
  "closes the tab after paying": {
    async go(shopper, scene) {
      shopper.expected = "an order";
      const page = await goToPay(shopper, scene);
      if (page) await shopper.pay(page);
    },
  },
  "closes the tab after paying, and no event arrives": {
    async go(shopper, scene) {
      shopper.expected = "an order";
      const page = await goToPay(shopper, scene);
      if (!page) return;
      await loseEvents(scene, page);
      await shopper.pay(page);
    },
  },
  "returns twice while each event arrives five times": {
    async go(shopper, scene) {
      shopper.expected = "an order";
      const page = await goToPay(shopper, scene);
      if (!page) return;
      await scene.system.stripe.control("events", { session: page.session, copies: 5 });
      await shopper.pay(page);
      await Promise.all([shopper.comeBack(page), shopper.comeBack(page)]);
    },
  },
  "is declined, then pays with another card": {
    async go(shopper, scene) {
      shopper.expected = "an order";
      const page = await goToPay(shopper, scene);
      if (!page) return;
      await shopper.pay(page, "4000000000000002");
      if (await shopper.pay(page)) await shopper.comeBack(page);
    },
  },
  "leaves the page unpaid": {
    async go(shopper, scene) {
      shopper.expected = "no order";
      await goToPay(shopper, scene);
    },
  },
  "changes the cart, then pays": {
    reaches: ["before close", "after close"],
    async go(shopper, scene) {
      const first = await goToPay(shopper, scene);
      await shopper.changeCart();
      if (first) await shopper.pay(first);
      const second = await shopper.place("stripe");
      if (second && (await shopper.pay(second))) await shopper.comeBack(second);
    },
  },
  "pays in one tab and chooses a transfer in another": {
    reaches: ["before close", "after close"],
    async go(shopper, scene) {
      shopper.expected = "an order";
      const page = await goToPay(shopper, scene);
      if (!page) return;
      await Promise.all([shopper.placeInAnotherTab("bank-transfer"), shopper.pay(page)]);
      await shopper.comeBack(page);
    },
  },
  "pays when the stock has gone": {
    reaches: ["before refund", "after refund"],
    capture: "on-placement",
    async go(shopper, scene) {
      const { variantId } = scene.goods.scarce;
      await setStock(scene, variantId, 1_000);
      await shopper.fillCart(scene.goods.scarce);
      const page = await shopper.place("stripe");
      await setStock(scene, variantId, 0);
      if (page && (await shopper.pay(page))) await shopper.comeBack(page);
    },
  },
  "pays, then cancels": {
    reaches: ["cancelled", "before refund", "after refund"],
    capture: "on-placement",
    async go(shopper, scene) {
      await buy(shopper, scene);
      await shopper.cancel();
    },
  },
  "gets two refunds at once": {
    reaches: ["refund asked", "before refund", "after refund"],
    capture: "on-placement",
    async go(shopper, scene) {
      const page = await buy(shopper, scene);
      if (!page || shopper.seen.size === 0) return;
      await Promise.all([300, 500].map((amount) => refundPart(scene.system, shopper, page, amount)));
    },
  },
  "cancels an order that is only authorized": {
    reaches: ["cancelled", "before release", "after release"],
    capture: "on-shipping",
    async go(shopper, scene) {
      await buy(shopper, scene);
      await shopper.cancel();
    },
  },
  "gets a parcel that is only authorized": {
    reaches: ["shipped", "before capture", "after capture"],
    capture: "on-shipping",
    async go(shopper, scene) {
      await buy(shopper, scene);
      for (const { orderNumber } of shopper.seen.values())
        await shipOrder(scene.system, shopper, orderNumber);
    },
  },
  "cancels while the parcel is handed over": {
    reaches: ["shipped", "cancelled"],
    capture: "on-shipping",
    async go(shopper, scene) {
      await buy(shopper, scene);
      for (const { orderNumber } of shopper.seen.values())
        await Promise.all([shipOrder(scene.system, shopper, orderNumber), shopper.cancel()]);
    },
  },
};

/** Those who pay otherwise. */
export const purchases: Record<string, Journey> = {
  "buys by transfer": { go: (shopper, scene) => buyPlainly(shopper, scene, "bank-transfer") },
  "buys on delivery": { go: (shopper, scene) => buyPlainly(shopper, scene, "cash-on-delivery") },
};

async function buyPlainly(shopper: Shopper, { goods }: Scene, provider: string): Promise<void> {
  shopper.expected = "an order";
  await shopper.fillCart(goods.plenty);
  await shopper.place(provider);
}

async function setStock({ system }: Scene, variantId: string, quantity: number): Promise<void> {
  const set = () =>
    withClient(system.databaseUrl, (client) =>
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
