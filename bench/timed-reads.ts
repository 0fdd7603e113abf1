import { send } from "./http-client.ts";
import { median } from "./load.ts";
import type { Bench } from "./row.ts";
import { readStatements, resetStatements, sumOf } from "./statements.ts";

export type Read = { path: string; headers: Record<string, string> };

/** What each read takes in PostgreSQL, planning included: milliseconds, the median of several calls in turn. */
export async function readAll(bench: Bench, reads: Record<string, Read>): Promise<Record<string, number>> {
  const times = new Map<string, number[]>(Object.keys(reads).map((name) => [name, []]));
  // The first rounds fill caches and counts.
  const rounds = bench.quick ? 4 : 10;
  for (let round = -3; round < rounds; round++) {
    for (const [name, { path, headers }] of Object.entries(reads)) {
      await resetStatements(bench.pool);
      await send(`${bench.shopUrl}${path}`, "GET", 200, headers);
      const { ms } = sumOf(await readStatements(bench.pool));
      if (round >= 0) times.get(name)?.push(ms);
    }
  }
  return Object.fromEntries([...times].map(([name, all]) => [name, median(all)]));
}
