import { existsSync, readFileSync } from "node:fs";
import type * as z from "zod";
import type { Ended } from "./command.ts";
import type { Outcome } from "./outcome.ts";

/** The report of a test runner; undefined if it ended before it wrote one. */
export function readReport<T>(file: string, schema: z.ZodType<T>): T | undefined {
  return existsSync(file) ? schema.parse(JSON.parse(readFileSync(file, "utf8"))) : undefined;
}

/**
 * A run can fail without a failed test: it was killed, or an error was thrown after the tests. That is a failure too.
 */
export function withoutReason(outcome: Outcome, { ok, last }: Ended): Outcome {
  if (ok || outcome.failures.length > 0) return outcome;
  return { ...outcome, failures: [{ name: "the run itself", message: last }] };
}
