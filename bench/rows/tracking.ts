import { oneBasket } from "../baskets.ts";
import { compare } from "../compare.ts";
import { send } from "../http-client.ts";
import { journey } from "../journey.ts";
import { type Operation, runLoad } from "../load.ts";
import { mintTokens } from "../lookup-tokens.ts";
import type { Row } from "../row.ts";

/** A guest opens the mailed link, at c = 32, over 500 orders. */
export const tracking: Row = {
  title: "tracking",
  async run(bench) {
    await runLoad(journey(bench.shopUrl, await oneBasket(bench)), 8, 40);
    await bench.mails.allSent();
    const tokens = await mintTokens(bench.pool, 500);
    const { ours, floor } = await compare(
      bench,
      {
        ours: { operation: track(bench.shopUrl, tokens), pids: [bench.pids.shop] },
        floor: { operation: track(bench.floorUrl, tokens), pids: [bench.pids.floor] },
      },
      { clients: 32, operations: 8000 },
    );
    return [
      {
        what: "tracking, c = 32",
        unit: "per s",
        ours: ours.perSecond,
        beside: { what: "floor", value: floor.perSecond },
        isRate: true,
        goal: "≤ 2 ×",
      },
      {
        what: "CPU of tracking: web, PostgreSQL",
        unit: "ms",
        ours: ours.cpu + ours.databaseCpu,
        beside: { what: "floor", value: floor.cpu + floor.databaseCpu },
        goal: "≤ 2 ×",
      },
    ];
  },
};

function track(base: string, tokens: readonly string[]): Operation {
  let next = 0;
  return async () => {
    const url = `${base}/store/guest/orders/${tokens[next++ % tokens.length]}`;
    const { body } = await send(url, "GET", 200, {});
    const { data } = body as { data: { lines: unknown[] } };
    if (data.lines.length === 0) throw new Error("The order has no lines");
  };
}
