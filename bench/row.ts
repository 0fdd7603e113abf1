import type { Pool } from "pg";
import type { Surroundings } from "./surroundings.ts";

/** What a row measures with. */
export type Bench = Surroundings & {
  pool: Pool;
  /** Whether a rough answer is enough: one short round. */
  quick: boolean;
};

/** One of our numbers, and the one to compare it with. */
export type Line = {
  what: string;
  unit: string;
  ours: number;
  beside: { what: string; value: number };
  /** Whether more is better: then the ratio is inverted, so that it always says how many times worse we are. */
  isRate?: true;
  /** The goal, in words. */
  goal: string;
};

/** A row of the table, in a file of its own below rows/. `run` may take minutes. */
export type Row = { title: string; run(bench: Bench): Promise<Line[]> };
