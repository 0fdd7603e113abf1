import fs from "node:fs";
import { vi } from "vitest";

/**
 * Captures everything that this process writes to its output from now on. Call it before anything that logs is
 * imported.
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
  const { output } = await import("#lib/platform/log/log-output.ts");
  return {
    /** The output since there were `before` pieces of it. */
    told(before = 0) {
      output.flush();
      return written.slice(before).join("");
    },
    pieces: () => written.length,
  };
}
