import { startBarePage } from "../bare-page.ts";
import { oneBasket } from "../baskets.ts";
import { memoryOf } from "../cpu.ts";
import { journey } from "../journey.ts";
import { runLoad } from "../load.ts";
import type { Row } from "../row.ts";
import { open, shoppersPages } from "./shoppers-pages.ts";

/** The resident memory of web and worker under ten minutes of journeys and pages, and whether it grows. */
export const memory: Row = {
  title: "memory",
  async run(bench) {
    const { shop, worker } = bench.pids;
    const buy = journey(bench.shopUrl, await oneBasket(bench));
    const pages = await shoppersPages(bench);
    const resident = () => ({ web: memoryOf(shop), worker: memoryOf(worker) });
    const seconds = bench.quick ? 60 : 600;
    const until = async (share: number, from: number) => {
      while (performance.now() - from < share * seconds * 1000) {
        await runLoad(buy, 8, 40);
        for (const page of pages) await runLoad(async () => void (await open(page)), 4, 10);
      }
      await bench.mails.allSent();
      return resident();
    };
    const from = performance.now();
    const early = await until(1 / 5, from);
    const late = await until(1, from);
    const bare = await startBarePage();
    try {
      await runLoad(
        async () => void (await open({ url: bare.url, cookie: "" })),
        4,
        bench.quick ? 200 : 2000,
      );
      const least = { what: "Next with a trivial page", value: memoryOf(bare.pid) };
      const minutes = `${seconds / 60} min`;
      return [
        { what: "resident memory under load: web", unit: "MB", ours: late.web, beside: least, goal: "" },
        {
          what: "resident memory under load: web and worker",
          unit: "MB",
          ours: late.web + late.worker,
          beside: least,
          goal: "≤ 350 MB",
        },
        {
          what: `resident memory after ${minutes}`,
          unit: "MB",
          ours: late.web + late.worker,
          beside: { what: "after a fifth of them", value: early.web + early.worker },
          goal: "no growth",
        },
      ];
    } finally {
      await bare.stop();
    }
  },
};
