import { spawn } from "node:child_process";
import { once } from "node:events";
import { delimiter, join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { root } from "../state/folder.ts";
import { nothing, type Outcome } from "./outcome.ts";

/** How a tool ended, and the last lines that it wrote. */
export type Ended = { ok: boolean; last: string };

/** Where a tool's output goes: to the terminal as it comes, or in one piece when the tool ends. */
type Shown = "live" | "at-the-end";

type Options = { env?: Record<string, string>; cwd?: string; shown?: Shown };

/** Runs one of the project's tools, and shows its output. */
export async function command(
  name: string,
  args: string[],
  { env = {}, cwd = root, shown = "live" }: Options = {},
): Promise<Ended> {
  const child = spawn(name, args, {
    cwd,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      ...(process.stdout.isTTY && { FORCE_COLOR: "1" }),
      NEXT_TELEMETRY_DISABLED: "1",
      PATH: [join(root, "node_modules/.bin"), process.env.PATH].join(delimiter),
      ...env,
    },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      if (shown === "live") process.stdout.write(text);
      output += text;
    });
  }
  const [code] = await once(child, "close");
  if (shown === "at-the-end") process.stdout.write(output);
  const last = stripVTControlCharacters(output).trim().split("\n").slice(-25).join("\n");
  return { ok: code === 0, last };
}

/** Runs a tool as one check with this name. */
export async function check(name: string, ...[tool, ...rest]: Parameters<typeof command>): Promise<Outcome> {
  const { ok, last } = await command(tool, ...rest);
  return ok ? { ...nothing, passed: 1 } : { ...nothing, failures: [{ name, message: last }] };
}

/**
 * The arguments of a type check. Each further checker recomputes types that its files share with others, and on a
 * machine with few cores slows down what runs beside it.
 */
export const typeCheck: readonly string[] = ["--noEmit", "--checkers", "1"];
