import { oneBasket } from "../baskets.ts";
import { compare } from "../compare.ts";
import { journey } from "../journey.ts";
import type { Row } from "../row.ts";

/** A guest's seven requests at c = 8, with the worker on and every mail sent. */
export const guestJourney: Row = {
  title: "guest journey",
  async run(bench) {
    const basket = await oneBasket(bench);
    const { shop, worker, floor } = bench.pids;
    const figures = await compare(
      bench,
      {
        ours: {
          operation: journey(bench.shopUrl, basket),
          pids: [shop, worker],
          settled: bench.mails.allSent,
        },
        floor: { operation: journey(bench.floorUrl, basket), pids: [floor] },
      },
      { clients: 8, operations: 600 },
    );
    const { ours, floor: least } = figures;
    const beside = (value: number) => ({ what: "floor", value });
    return [
      {
        what: "journeys, mails sent, c = 8",
        unit: "per s",
        ours: ours.perSecond,
        beside: beside(least.perSecond),
        isRate: true,
        goal: "",
      },
      {
        what: "CPU of a journey: web and worker, PostgreSQL",
        unit: "ms",
        ours: ours.cpu + ours.databaseCpu,
        beside: beside(least.cpu + least.databaseCpu),
        goal: "≤ 3 ×",
      },
      {
        what: "of which in Node",
        unit: "ms",
        ours: ours.cpu,
        beside: beside(least.cpu),
        goal: "",
      },
      {
        what: "of which in PostgreSQL",
        unit: "ms",
        ours: ours.databaseCpu,
        beside: beside(least.databaseCpu),
        goal: "",
      },
    ];
  },
};
