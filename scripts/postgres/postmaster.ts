import { existsSync, readFileSync, unlinkSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { commandLine } from "../process/alive.ts";
import { Problem } from "../process/problem.ts";

/** A running postmaster, according to its data directory. */
type Postmaster = { pid: number; port: number; ready: boolean };

/**
 * Reads postmaster.pid and checks that the process really serves this data directory: after a crash the pid may belong
 * to another process.
 */
export function runningPostmaster(dataDir: string): Postmaster | undefined {
  let lines: string[];
  try {
    lines = readFileSync(join(dataDir, "postmaster.pid"), "utf8").split("\n");
  } catch {
    return undefined;
  }
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 1) return undefined;
  if (!commandLine(pid)?.includes(dataDir)) return undefined;
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === "ready" };
}

/**
 * Stops a postmaster that outlived the process which started it.
 * @throws Problem if it does not stop
 */
export async function stopLeftover(dataDir: string): Promise<void> {
  const found = runningPostmaster(dataDir);
  if (!found) return removeStalePid(dataDir);
  process.kill(found.pid, "SIGINT");
  for (let waited = 0; waited < 10_000; waited += 50) {
    if (!runningPostmaster(dataDir)) return;
    await sleep(50);
  }
  throw new Problem(
    `A PostgreSQL left over from an earlier run (process ${found.pid}) does not stop.`,
    `Stop it manually: kill -QUIT ${found.pid}`,
  );
}

/** PostgreSQL refuses to start if the file names a running process, even an unrelated one. */
function removeStalePid(dataDir: string): void {
  const file = join(dataDir, "postmaster.pid");
  if (existsSync(file)) unlinkSync(file);
}
