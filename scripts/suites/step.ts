import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import * as z from "zod";
import { root } from "../state/folder.ts";

export type Count = { passed: number; failed: number };

/** Runs one of the project's tools with visible output and returns whether it succeeded. */
export async function command(
  name: string,
  args: string[],
  env: Record<string, string> = {},
  cwd: string = root,
): Promise<boolean> {
  const child = spawn(name, args, {
    cwd,
    stdio: ["ignore", "inherit", "inherit"],
    env: {
      ...process.env,
      NEXT_TELEMETRY_DISABLED: "1",
      PATH: [join(root, "node_modules/.bin"), process.env.PATH].join(delimiter),
      ...env,
    },
  });
  const [code] = await once(child, "close");
  return code === 0;
}

/** Runs a tool as one check. */
export async function counted(name: string, args: string[]): Promise<Count> {
  return (await command(name, args)) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** Reads the result of a Vitest run. */
export function vitestCount(file: string, ok: boolean): Count {
  const schema = z.object({ numPassedTests: z.number(), numFailedTests: z.number() });
  const report = read(file, schema);
  return atLeastOneFailure({ passed: report?.numPassedTests ?? 0, failed: report?.numFailedTests ?? 0 }, ok);
}

/** Reads the result of a Playwright run. A test that passed on a retry has passed. */
export function playwrightCount(file: string, ok: boolean): Count {
  const schema = z.object({
    stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
  });
  const stats = read(file, schema)?.stats;
  return atLeastOneFailure(
    { passed: (stats?.expected ?? 0) + (stats?.flaky ?? 0), failed: stats?.unexpected ?? 0 },
    ok,
  );
}

// A file that does not load, or a server that does not start, fails the run without failing a test.
function atLeastOneFailure(count: Count, ok: boolean): Count {
  return ok || count.failed > 0 ? count : { ...count, failed: 1 };
}

function read<T>(file: string, schema: z.ZodType<T>): T | undefined {
  return existsSync(file) ? schema.parse(JSON.parse(readFileSync(file, "utf8"))) : undefined;
}
