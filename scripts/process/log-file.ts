import { existsSync, readFileSync, statSync, truncateSync } from "node:fs";

const limit = 5_000_000;

/** The last lines of a log, indented; empty if there is none. */
export function tail(file: string, lines: number): string {
  if (!existsSync(file)) return "";
  const all = readFileSync(file, "utf8").trim().split("\n");
  return all
    .slice(-lines)
    .map((line) => `  ${line}`)
    .join("\n");
}

/** Empties a log of more than 5 MB. Call it while nothing is writing. */
export function trim(file: string): void {
  if (existsSync(file) && statSync(file).size > limit) truncateSync(file);
}
