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

/** Calls `write` for every line of a child's output. */
export function eachLine(stream: Readable | null, write: (line: string) => void): void {
  if (stream) createInterface({ input: stream }).on("line", write);
}

/** Prints a child's line: unchanged to files and pipes; on a terminal JSON log lines become sentences. */
export function printLine(name: string, line: string): void {
  // On a terminal, overwrites the unfinished line of the current step.
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
