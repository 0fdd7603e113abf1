import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import * as z from "zod";

const levels: Record<number, string> = {
  10: "trace",
  20: "debug",
  30: "info",
  40: "warn",
  50: "error",
  60: "fatal",
};
const entry = z.looseObject({ level: z.number(), msg: z.string().optional() });

/** Calls `write` with every line of a child's output. */
export function eachLine(stream: Readable | null, write: (line: string) => void): void {
  if (stream) createInterface({ input: stream }).on("line", write);
}

/** Writes a child's line: untouched into files and pipes, and as a sentence on a terminal when it is a JSON log. */
export function printLine(name: string, line: string): void {
  // Next says so at every start, even when it is told to be quiet.
  if (line.includes("Running next.config")) return;
  // On a terminal the line of the step at hand may stand there, still open.
  if (process.stdout.isTTY) process.stdout.write(`\r\x1b[2K${forTerminal(name, line)}\n`);
  else console.log(line);
}

function forTerminal(name: string, line: string): string {
  if (!line.startsWith("{")) return line;
  try {
    const {
      level,
      msg,
      time: _time,
      pid: _pid,
      hostname: _hostname,
      ...rest
    } = entry.parse(JSON.parse(line));
    const details = Object.keys(rest).length > 0 ? ` ${JSON.stringify(rest)}` : "";
    return `${name} ${levels[level] ?? level}: ${msg ?? ""}${details}`;
  } catch {
    return line;
  }
}
