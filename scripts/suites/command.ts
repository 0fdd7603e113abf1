import { spawn } from "node:child_process";
import { once } from "node:events";
import { delimiter, join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { root } from "../state/folder.ts";
import { nothing, type Outcome } from "./outcome.ts";

/** How a tool ended, and the last lines that it wrote. */
export type Ended = { ok: boolean; last: string };

/** Runs one of the project's tools, and shows its output. */
export async function command(
  name: string,
  args: string[],
  env: Record<string, string> = {},
  cwd: string = root,
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
  let last = "";
  for (const [from, to] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ] as const) {
    from.setEncoding("utf8").on("data", (text: string) => {
      to.write(text);
      last = (last + text).slice(-20_000);
    });
  }
  const [code] = await once(child, "close");
  return { ok: code === 0, last: stripVTControlCharacters(last).trim().split("\n").slice(-25).join("\n") };
}

/** Runs a tool as one check with this name. */
export async function check(name: string, ...[tool, ...rest]: Parameters<typeof command>): Promise<Outcome> {
  const { ok, last } = await command(tool, ...rest);
  return ok ? { ...nothing, passed: 1 } : { ...nothing, failures: [{ name, message: last }] };
}
