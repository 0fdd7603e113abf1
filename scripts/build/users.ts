import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import * as z from "zod";
import { startMark } from "../process/alive.ts";
import { Problem } from "../process/problem.ts";

// A running web server loads pages and files when they are first asked for, so its folder must not change.
const userSchema = z.object({ pid: z.number(), mark: z.string(), what: z.string() });
type User = z.output<typeof userSchema>;

const listOf = (folder: string) => join(folder, ".users");

/** Records that this process runs from a production folder until it ends. Not needed in a folder that is read-only. */
export function useBuild(folder: string, what: string): void {
  const user: User = { pid: process.pid, mark: startMark(process.pid) ?? "", what };
  try {
    mkdirSync(listOf(folder), { recursive: true });
    usersOf(folder);
    writeFileSync(join(listOf(folder), `${process.pid}.json`), JSON.stringify(user));
  } catch {
    // Nobody can build there either.
  }
}

// The processes of a shop whose launcher was just killed need a moment to notice and end.
const patienceMs = 3_000;

/**
 * Checks that a production folder may be replaced.
 * @throws Problem if a process runs from it
 */
export async function requireUnused(folder: string): Promise<void> {
  const until = Date.now() + patienceMs;
  while (usersOf(folder).length > 0 && Date.now() < until) await sleep(100);
  const [user] = usersOf(folder);
  if (!user) return;
  throw new Problem(
    `${user.what} (process ${user.pid}) runs from the build that would be replaced.`,
    "Stop that shop first, or run it from a copy of the folder.",
  );
}

/** The processes that run from it. Forgets those that have ended. */
function usersOf(folder: string): User[] {
  return filesIn(listOf(folder)).flatMap((file) => {
    const user = read(file);
    if (user && startMark(user.pid) === user.mark) return [user];
    rmSync(file, { force: true });
    return [];
  });
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder).map((name) => join(folder, name));
  } catch {
    return [];
  }
}

function read(file: string): User | undefined {
  try {
    return userSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return undefined;
  }
}
