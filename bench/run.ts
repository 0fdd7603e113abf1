import { loadavg } from "node:os";
import { parseArgs } from "node:util";
import { Pool } from "pg";
import type { Bench, Line } from "./row.ts";
import { rows } from "./rows/index.ts";
import { startSurroundings } from "./surroundings.ts";
import { table } from "./table.ts";

// npm run bench -- [--quick] [--only <part of a title>]
const { values } = parseArgs({
  options: { quick: { type: "boolean", default: false }, only: { type: "string", default: "" } },
});
const chosen = rows.filter(({ title }) => title.includes(values.only));
if (chosen.length === 0)
  throw new Error(`No row is called ${values.only}: ${rows.map((row) => row.title).join(", ")}`);

const load = () => loadavg()[0]?.toFixed(1);
const surroundings = await startSurroundings();
const pool = new Pool({ connectionString: surroundings.databaseUrl, max: 32 });
const bench: Bench = { ...surroundings, pool, quick: values.quick };
const lines: Line[] = [];
try {
  for (const { title, run } of chosen) {
    const from = performance.now();
    lines.push(...(await run(bench)));
    const seconds = (performance.now() - from) / 1000;
    console.log(`${title}: ${seconds.toFixed(0)} s, load average ${load()}`);
  }
} finally {
  await pool.end();
  await surroundings.stop();
}
console.log(
  `\n${table(lines)}\n\n${new Date().toISOString().slice(0, 10)}, load average at the end ${load()}`,
);
process.exit();
