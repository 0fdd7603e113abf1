import { oneBasket } from "../baskets.ts";
import { journey, type Step } from "../journey.ts";
import { runLoad } from "../load.ts";
import type { Bench, Row } from "../row.ts";
import { listing, readStatements, resetStatements, sumOf } from "../statements.ts";

/** The statements of a journey over all processes, and those of placing alone. */
export const statements: Row = {
  title: "statements",
  async run(bench) {
    const ours = await ofJourney(bench, bench.shopUrl);
    const floor = await ofJourney(bench, bench.floorUrl);
    return [
      {
        what: "SQL statements of a journey, all processes",
        unit: "",
        ours,
        beside: { what: "floor", value: floor },
        goal: "≤ 16",
      },
      {
        what: "round trips of placing",
        unit: "",
        ours: await ofPlacing(bench, bench.shopUrl),
        beside: { what: "floor", value: await ofPlacing(bench, bench.floorUrl) },
        goal: "≤ 3",
      },
    ];
  },
};

async function ofJourney(bench: Bench, url: string): Promise<number> {
  const { pool, mails, quick } = bench;
  const times = quick ? 80 : 400;
  const operation = journey(url, await oneBasket(bench));
  await runLoad(operation, 8, 16);
  await mails.allSent();
  await resetStatements(pool);
  await runLoad(operation, 8, times);
  await mails.allSent();
  const found = await readStatements(pool);
  if (process.env.STATEMENTS) console.log(listing(found, times));
  return sumOf(found).calls / times;
}

/** Counted with the worker stopped, because its statements are not part of placing an order. */
async function ofPlacing(bench: Bench, url: string): Promise<number> {
  const times = 20;
  let placing = 0;
  let before = 0;
  const soFar = async () => sumOf(await readStatements(bench.pool)).calls;
  const afterStep = async (step: Step) => {
    if (step === "method") before = await soFar();
    if (step === "place") placing += (await soFar()) - before;
  };
  process.kill(bench.pids.worker, "SIGSTOP");
  try {
    await runLoad(journey(url, await oneBasket(bench), afterStep), 1, times);
  } finally {
    process.kill(bench.pids.worker, "SIGCONT");
  }
  await bench.mails.allSent();
  return placing / times;
}
