import type { Goods } from "./goods.ts";
import { outcomesOf } from "./outcome.ts";
import type { Kill, Purchase } from "./play-round.ts";
import { brokenPromises } from "./promises.ts";
import { brokenPromisesOfShop } from "./shop-promises.ts";
import type { System } from "./system.ts";

/** The purchases that did not end as promised, each with its history, and what is wrong with the shop as a whole. */
export async function judge(
  system: System,
  purchases: readonly Purchase[],
  kills: readonly Kill[],
  goods: Goods,
): Promise<string[]> {
  const shoppers = purchases.map(({ shopper }) => shopper);
  const outcomes = await outcomesOf(system, shoppers);
  const unrecorded = kills.flatMap((kill) => kill.unrecorded);
  const wrong = purchases.flatMap(({ shopper, title }) => {
    const outcome = outcomes.get(shopper);
    const faults = [
      ...(shopper.failure ? [shopper.failure] : []),
      ...(outcome ? brokenPromises(shopper, outcome, unrecorded) : ["its outcome is unknown"]),
    ];
    return faults.length > 0 ? [[title, ...faults, ...shopper.log].join("\n  ")] : [];
  });
  return [...wrong, ...(await brokenPromisesOfShop(system, goods))];
}
