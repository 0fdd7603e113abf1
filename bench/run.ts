import { loadavg } from "node:os";
import { parseArgs } from "node:util";
import { Pool } from "pg";
import { commercetoolsJourney } from "./commercetools-journey.ts";
import { cpuOf, cpuOfDatabase } from "./cpu.ts";
import { floorJourney } from "./floor-journey.ts";
import { choose, journey, noTimes, steps } from "./journey.ts";
import { median, type Operation, quantile, runLoad } from "./load.ts";
import { type Round, summarize, table } from "./report.ts";
import { countStatements } from "./statements.ts";
import { startSurroundings } from "./surroundings.ts";
import { mintTokens, tracking } from "./tracking.ts";

const { values } = parseArgs({
  options: { quick: { type: "boolean", default: false }, statements: { type: "boolean", default: false } },
});
const rounds = values.quick ? 1 : 3;
const perRound = values.quick ? { 1: 60, 8: 160, 32: 160 } : { 1: 200, 8: 600, 32: 600 };

const at = await startSurroundings();
const pool = new Pool({ connectionString: at.databaseUrl, max: 32 });

type Target = { name: string; operation: Operation; pid: number };

/** Runs the targets in turn, so that a slow phase of the machine affects all. */
async function compare(targets: Target[], factor: number): Promise<Round[]> {
  for (const { operation } of targets) await runLoad(operation, 8, 100);
  const done: Round[] = [];
  for (let round = 0; round < rounds; round++) {
    for (const [clients, operations] of Object.entries(perRound)) {
      for (const { name, operation, pid } of targets) {
        const before = [cpuOf(pid), cpuOfDatabase(at.pids.postmaster)] as const;
        const measured = await runLoad(operation, Number(clients), operations * factor);
        if (measured.firstError) console.error(`${name}: ${measured.firstError}`);
        const webCpuMs = cpuOf(pid) - before[0];
        done.push({
          target: name,
          clients: Number(clients),
          measured,
          webCpuMs,
          databaseCpuMs: cpuOfDatabase(at.pids.postmaster) - before[1],
        });
      }
    }
  }
  return done;
}

async function ordersInDatabase(): Promise<number> {
  const { rows } = await pool.query(`select count(*)::int as count from "order"`);
  return rows[0].count;
}

try {
  const chosen = await choose(at.shopUrl);
  const times = noTimes();
  const buy = journey(at.shopUrl, chosen, times);
  const buyByOther = commercetoolsJourney(at.shopUrl, chosen);
  const floor = floorJourney(pool, chosen);

  await runLoad(buy, 1, 20);
  const counted = await countStatements(pool, buy, 20);
  console.log(`\nA journey: ${counted.statements} statements, ${counted.transactions} begin and commit.`);
  if (values.statements)
    for (const { query, calls } of counted.texts)
      console.log(`${calls} × ${query.replace(/\s+/g, " ").slice(0, 160)}`);

  const before = await ordersInDatabase();
  // The baseline runs in this process, so its client's CPU is not counted: pid 0.
  const journeys = await compare(
    [
      { name: "store API", operation: buy, pid: at.pids.shop },
      { name: "commercetools", operation: buyByOther, pid: at.pids.shop },
      { name: "floor (SQL)", operation: floor, pid: 0 },
    ],
    1,
  );
  const expected =
    journeys.reduce((sum, { measured }) => sum + measured.operations - measured.errors, 0) + 300;
  const found = (await ordersInDatabase()) - before;
  console.log(`\n## Journey\n\n${table(summarize(journeys), "floor (SQL)")}\n`);
  console.log(
    `Orders in the database: ${found}, counted: ${expected}${found === expected ? "" : " — THEY DIFFER"}.`,
  );

  for (const step of steps) times[step].length = 0;
  await runLoad(buy, 1, 100);
  console.log(
    `Steps at c=1, ms: ${steps.map((step) => `${step} ${median(times[step]).toFixed(1)}`).join(", ")}.`,
  );
  times.place.length = 0;
  await runLoad(buy, 8, 300);
  console.log(`Placing at c=8: p95 ${quantile(times.place, 0.95).toFixed(1)} ms.`);

  const tokens = await mintTokens(pool, 500);
  const open = tracking(at.shopUrl, tokens);
  const { statements } = await countStatements(pool, open, 50);
  const looks = await compare(
    [
      { name: "shop", operation: open, pid: at.pids.shop },
      { name: "floor (node:http)", operation: tracking(at.floorUrl, tokens), pid: at.pids.floor },
    ],
    4,
  );
  console.log(`\n## Tracking: ${statements} statement\n\n${table(summarize(looks), "floor (node:http)")}\n`);
  console.log(
    `Load average at the end: ${loadavg()
      .map((load) => load.toFixed(1))
      .join(" ")}`,
  );
} finally {
  await pool.end();
  await at.stop();
}
process.exit();
