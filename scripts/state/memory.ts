import { readFileSync, renameSync, writeFileSync } from "node:fs";
import * as z from "zod";
import { dataPath } from "./folder.ts";

const memory = z.record(z.string(), z.union([z.string(), z.number()]));
type Memory = z.infer<typeof memory>;

/** Reads entries from a file in the data folder; empty if it is missing or malformed. */
export function recall(name: string): Memory {
  try {
    return memory.parse(JSON.parse(readFileSync(dataPath(name), "utf8")));
  } catch {
    return {};
  }
}

/** Adds entries to a file in the data folder. Only the owner of the checkout can read it. */
export function remember(name: string, entries: Memory): void {
  const file = dataPath(name);
  // Written to a temporary file and renamed, so that a crash leaves the old or the new file.
  writeFileSync(`${file}.${process.pid}`, `${JSON.stringify({ ...recall(name), ...entries }, null, 2)}\n`, {
    mode: 0o600,
  });
  renameSync(`${file}.${process.pid}`, file);
}
