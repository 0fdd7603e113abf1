import { stripVTControlCharacters } from "node:util";
import * as z from "zod";
import type { Ended } from "./command.ts";
import type { Failure, Outcome } from "./outcome.ts";
import { readReport, withoutReason } from "./report.ts";

const fault = z.object({ message: z.string().optional() });
const spec = z.object({
  title: z.string(),
  file: z.string(),
  tests: z.array(
    z.object({
      projectName: z.string(),
      status: z.enum(["expected", "unexpected", "flaky", "skipped"]),
      results: z.array(z.object({ errors: z.array(fault) })),
    }),
  ),
});
const suite = z.object({
  title: z.string(),
  specs: z.array(spec),
  get suites() {
    return z.array(suite).optional();
  },
});
type Suite = z.output<typeof suite>;
const schema = z.object({
  suites: z.array(suite),
  /** Faults outside of tests: a file that does not load, a server that does not start. */
  errors: z.array(fault),
});

/** Reads what Playwright's JSON reporter wrote about a run. A test that passed on a retry has passed. */
export function playwrightOutcome(report: string, ended: Ended): Outcome {
  const { suites = [], errors = [] } = readReport(report, schema) ?? {};
  const tests = suites.flatMap((file) => testsOf(file, file.title));
  const named = (wanted: string) => tests.filter(({ status }) => status === wanted);
  return withoutReason(
    {
      passed: named("expected").length + named("flaky").length,
      failures: [
        ...errors.map((error) => ({ name: "outside of tests", message: textOf([error]) })),
        ...named("unexpected").map(({ name, message }) => ({ name, message })),
      ],
      retried: named("flaky").map(({ name }) => name),
    },
    ended,
  );
}

function testsOf({ specs, suites = [] }: Suite, path: string): (Failure & { status: string })[] {
  const own = specs.flatMap(({ title, tests }) =>
    tests.map(({ projectName, status, results }) => ({
      name: `${path} › ${title} (${projectName})`,
      message: textOf(results.at(-1)?.errors ?? []),
      status,
    })),
  );
  return [...own, ...suites.flatMap((inner) => testsOf(inner, `${path} › ${inner.title}`))];
}

function textOf(faults: z.output<typeof fault>[]): string {
  return stripVTControlCharacters(faults.map(({ message = "" }) => message).join("\n"));
}
