import { oneBasket } from "../baskets.ts";
import { commercetoolsJourney } from "../commercetools-journey.ts";
import { compare } from "../compare.ts";
import { journey } from "../journey.ts";
import type { Row } from "../row.ts";

/** The same purchase through the commercetools dialect, in four requests, at c = 8. */
export const commercetools: Row = {
  title: "commercetools journey",
  async run(bench) {
    const basket = await oneBasket(bench);
    const { shop, worker, floor } = bench.pids;
    const { ours, least } = await compare(
      bench,
      {
        ours: {
          operation: await commercetoolsJourney(bench, basket()),
          pids: [shop, worker],
          settled: bench.mails.allSent,
        },
        least: { operation: journey(bench.floorUrl, basket), pids: [floor] },
      },
      { clients: 8, operations: 400 },
    );
    return [
      {
        what: "commercetools journeys, 4 requests, mails sent, c = 8",
        unit: "per s",
        ours: ours.perSecond,
        beside: { what: "floor, 7 requests", value: least.perSecond },
        isRate: true,
        goal: "",
      },
      {
        what: "CPU of a commercetools journey",
        unit: "ms",
        ours: ours.cpu + ours.databaseCpu,
        beside: { what: "floor, 7 requests", value: least.cpu + least.databaseCpu },
        goal: "≤ 3 ×",
      },
    ];
  },
};
