import fs from "node:fs";
import { vi } from "vitest";

/**
 * Keeps what this process writes to its output from now on, in whichever way, instead of writing it. Before anything
 * is imported that logs.
 */
export async function captureOutput(): Promise<{ told(before?: number): string; pieces(): number }> {
  const written: string[] = [];
  const keep = (text: unknown): true => {
    written.push(typeof text === "string" ? text : String(text));
    return true;
  };
  const writeSync = fs.writeSync;
  vi.spyOn(fs, "writeSync").mockImplementation(((fd: number, text: string, ...rest: []) =>
    fd > 2 ? writeSync(fd, text, ...rest) : keep(text) && Buffer.byteLength(text)) as typeof fs.writeSync);
  vi.spyOn(process.stdout, "write").mockImplementation(keep);
  vi.spyOn(process.stderr, "write").mockImplementation(keep);
  for (const method of ["log", "info", "warn", "error", "debug"] as const) {
    vi.spyOn(console, method).mockImplementation(
      (...parts) => void parts.map((part) => keep(part?.stack ?? part)),
    );
  }
  const { output } = await import("#lib/platform/log-output.ts");
  return {
    /** What has been written since there were `before` pieces of it. */
    told(before = 0) {
      output.flush();
      return written.slice(before).join("");
    },
    pieces: () => written.length,
  };
}
