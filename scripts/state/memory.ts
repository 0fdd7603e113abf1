import { readFileSync, renameSync, writeFileSync } from "node:fs";
import * as z from "zod";
import { dataPath } from "./folder.ts";

const memory = z.record(z.string(), z.union([z.string(), z.number()]));
type Memory = z.infer<typeof memory>;

/** What a file in the data folder remembers; nothing when it is missing or broken. */
export function recall(name: string): Memory {
  try {
    return memory.parse(JSON.parse(readFileSync(dataPath(name), "utf8")));
  } catch {
    return {};
  }
}

/** Adds to what a file in the data folder remembers. Only the owner of the checkout may read it. */
export function remember(name: string, entries: Memory): void {
  const file = dataPath(name);
  // Written beside and renamed, so that a crash leaves the old file or the new one.
  writeFileSync(`${file}.${process.pid}`, `${JSON.stringify({ ...recall(name), ...entries }, null, 2)}\n`, {
    mode: 0o600,
  });
  renameSync(`${file}.${process.pid}`, file);
}
