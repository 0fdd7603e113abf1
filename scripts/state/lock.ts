import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import * as z from "zod";
import { startMark } from "../process/alive.ts";
import { Problem } from "../process/problem.ts";
import { dataPath } from "./folder.ts";

const holderSchema = z.object({ pid: z.number(), mark: z.string(), what: z.string() });
export type Holder = z.infer<typeof holderSchema>;

/** The living process that owns the data folder, if there is one. */
export function lockHolder(): Holder | undefined {
  try {
    const holder = holderSchema.parse(JSON.parse(readFileSync(dataPath("lock.json"), "utf8")));
    // A pid alone could have passed to somebody else.
    return startMark(holder.pid) === holder.mark ? holder : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Makes this process the only one that starts servers on the data folder, and returns the release.
 * A lock whose holder was killed counts for nothing.
 * @throws Problem when another process holds it.
 */
export async function takeLock(what: string): Promise<() => void> {
  refuse(lockHolder());
  const own = { pid: process.pid, mark: startMark(process.pid) ?? "", what };
  const file = dataPath("lock.json");
  writeFileSync(`${file}.${process.pid}`, JSON.stringify(own));
  renameSync(`${file}.${process.pid}`, file);
  // Two that start in the same moment both get here; the one that wrote last keeps it.
  await sleep(50);
  refuse(lockHolder());
  return () => {
    if (lockHolder()?.pid === process.pid) rmSync(file, { force: true });
  };
}

function refuse(holder: Holder | undefined): void {
  if (!holder || holder.pid === process.pid) return;
  throw new Problem(
    `${holder.what} is already running in this folder (process ${holder.pid}).`,
    `Use that one, or stop it first: kill ${holder.pid}`,
  );
}
