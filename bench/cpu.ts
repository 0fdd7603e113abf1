import { readdirSync, readFileSync } from "node:fs";

// USER_HZ is 100 on every Linux that Node supports.
const msPerTick = 10;

type Usage = { pid: number; parent: number; own: number; ended: number };

/** The CPU milliseconds of a process, without its children. */
export function cpuOf(pid: number): number {
  return read(pid)?.own ?? 0;
}

/** The resident memory of a process in MB. */
export function memoryOf(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1000;
}

/** The CPU milliseconds of PostgreSQL: the postmaster, and its running and ended backends. */
export function cpuOfDatabase(postmaster: number): number {
  const all = processes();
  const root = all.find((usage) => usage.pid === postmaster);
  const backends = all.filter((usage) => usage.parent === postmaster);
  return (root?.own ?? 0) + (root?.ended ?? 0) + backends.reduce((sum, usage) => sum + usage.own, 0);
}

function processes(): Usage[] {
  const pids = readdirSync("/proc").map(Number).filter(Number.isInteger);
  return pids.flatMap((pid) => read(pid) ?? []);
}

function read(pid: number): Usage | null {
  try {
    // The command's name may contain spaces and brackets; the fields follow its last bracket.
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat
      .slice(stat.lastIndexOf(")") + 2)
      .split(" ")
      .map(Number);
    const at = (index: number) => fields[index] ?? 0;
    return { pid, parent: at(1), own: (at(11) + at(12)) * msPerTick, ended: (at(13) + at(14)) * msPerTick };
  } catch {
    return null;
  }
}
