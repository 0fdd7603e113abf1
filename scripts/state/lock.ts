import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import * as z from "zod";
import { startMark } from "../process/alive.ts";
import { Problem } from "../process/problem.ts";
import { dataPath } from "./folder.ts";

const holderSchema = z.object({ pid: z.number(), mark: z.string(), what: z.string() });
export type Holder = z.infer<typeof holderSchema>;

/** The running process that holds the lock on the data folder, if any. */
export function lockHolder(): Holder | undefined {
  try {
    const holder = holderSchema.parse(JSON.parse(readFileSync(dataPath("lock.json"), "utf8")));
    // The pid alone may have been reused.
    return startMark(holder.pid) === holder.mark ? holder : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Takes the lock that allows one process to start servers on the data folder, and returns its release. A lock whose
 * holder was killed is ignored.
 * @throws Problem if another process holds it
 */
export async function takeLock(what: string): Promise<() => void> {
  refuse(lockHolder());
  const own = { pid: process.pid, mark: startMark(process.pid) ?? "", what };
  const file = dataPath("lock.json");
  writeFileSync(`${file}.${process.pid}`, JSON.stringify(own));
  renameSync(`${file}.${process.pid}`, file);
  // Two processes that start at once both get here; the last to write keeps the lock.
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
