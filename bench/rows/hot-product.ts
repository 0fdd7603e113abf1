import { basketsInTurn, oneBasket } from "../baskets.ts";
import { type Basket, journey } from "../journey.ts";
import { median, quantile, runLoad } from "../load.ts";
import type { Bench, Row } from "../row.ts";

/** Placing at c = 8: everybody buys the same product, or 56 different ones. */
export const hotProduct: Row = {
  title: "placing",
  async run(bench) {
    const hot = await oneBasket(bench);
    const many = await basketsInTurn(bench, 56, 1);
    const rounds: { hot: number[]; many: number[]; floor: number[] } = { hot: [], many: [], floor: [] };
    for (let round = 0; round < (bench.quick ? 1 : 5); round++) {
      rounds.hot.push(await placing(bench, bench.shopUrl, hot));
      rounds.many.push(await placing(bench, bench.shopUrl, many));
      rounds.floor.push(await placing(bench, bench.floorUrl, hot));
    }
    return [
      {
        what: "placing, p95 at c = 8",
        unit: "ms",
        ours: median(rounds.hot),
        beside: { what: "floor", value: median(rounds.floor) },
        goal: "≤ 40 ms",
      },
      {
        what: "placing one hot product, p95 at c = 8",
        unit: "ms",
        ours: median(rounds.hot),
        beside: { what: "56 products", value: median(rounds.many) },
        goal: "≤ 1.2 ×",
      },
    ];
  },
};

async function placing(bench: Bench, url: string, basket: () => Basket): Promise<number> {
  const times: number[] = [];
  const operation = journey(url, basket, (step, ms) => {
    if (step === "place") times.push(ms);
  });
  await runLoad(operation, 8, bench.quick ? 80 : 400);
  await bench.mails.allSent();
  return quantile(times, 0.95);
}
