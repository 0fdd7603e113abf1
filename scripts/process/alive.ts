import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

/**
 * The command line of a process, its words separated by NUL where the system tells them apart,
 * or undefined when there is none. A zombie counts as gone.
 */
export function commandLine(pid: number): string | undefined {
  if (existsSync("/proc/self/cmdline")) return fromFile(`/proc/${pid}/cmdline`) || undefined;
  return fromPs(pid, "args=");
}

/** A text that differs between two processes that had the same pid, or undefined when the process is gone. */
export function startMark(pid: number): string | undefined {
  if (existsSync("/proc/self/stat")) {
    // The name in brackets may hold spaces; the start time is the twentieth word after it.
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
