import { loadavg } from "node:os";
import { openPool } from "#lib/platform/database/open-pool.ts";
import type { Bench, Line, Row } from "./row.ts";
import { startSurroundings } from "./surroundings.ts";
import { table } from "./table.ts";

/** Measures the rows in their order and prints them as one table. */
export async function printRows(rows: readonly Row[], { quick }: Pick<Bench, "quick">): Promise<void> {
  const surroundings = await startSurroundings();
  const pool = openPool({ connectionString: surroundings.databaseUrl, max: 32 });
  const bench: Bench = { ...surroundings, pool, quick };
  const lines: Line[] = [];
  try {
    for (const { title, run } of rows) {
      const from = performance.now();
      lines.push(...(await run(bench)));
      const seconds = (performance.now() - from) / 1000;
      console.log(`${title}: ${seconds.toFixed(0)} s, load average ${load()}`);
    }
  } finally {
    await pool.end();
    await surroundings.stop();
  }
  const today = new Date().toISOString().slice(0, 10);
  console.log(`\n${table(lines)}\n\n${today}, load average at the end ${load()}`);
}

function load(): string | undefined {
  return loadavg()[0]?.toFixed(1);
}
