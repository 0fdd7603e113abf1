import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

/**
 * The command line of a process, with words separated by NUL where the system provides that; undefined if the process
 * is gone. A zombie counts as gone.
 */
export function commandLine(pid: number): string | undefined {
  if (existsSync("/proc/self/cmdline")) return fromFile(`/proc/${pid}/cmdline`) || undefined;
  return fromPs(pid, "args=");
}

/** A string that distinguishes processes with the same pid; undefined if the process is gone. */
export function startMark(pid: number): string | undefined {
  if (existsSync("/proc/self/stat")) {
    // The name in brackets may contain spaces; the start time is the twentieth word after it.
    const words = fromFile(`/proc/${pid}/stat`)?.split(") ").at(-1)?.split(" ");
    return words?.[0] === "Z" ? undefined : words?.[19];
  }
  return fromPs(pid, "lstart=");
}

function fromFile(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

function fromPs(pid: number, column: string): string | undefined {
  try {
    const output = execFileSync("ps", ["-ww", "-o", column, "-p", String(pid)], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    return output.trim() || undefined;
  } catch {
    return undefined;
  }
}
