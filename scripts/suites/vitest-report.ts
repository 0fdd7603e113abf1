import { relative } from "node:path";
import * as z from "zod";
import { root } from "../state/folder.ts";
import type { Ended } from "./command.ts";
import type { Outcome } from "./outcome.ts";
import { readReport, withoutReason } from "./report.ts";

const schema = z.object({
  numPassedTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string(),
      assertionResults: z.array(
        z.object({
          status: z.string(),
          fullName: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
});

/** Reads what Vitest's JSON reporter wrote about a run in `folder`. */
export function vitestOutcome(report: string, ended: Ended, folder: string = root): Outcome {
  const { numPassedTests = 0, testResults = [] } = readReport(report, schema) ?? {};
  const failures = testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = relative(folder, name);
    const tests = assertionResults
      .filter((test) => test.status === "failed")
      .map((test) => ({
        name: `${file} › ${test.fullName}`,
        message: (test.failureMessages ?? []).join("\n"),
      }));
    // A file that does not load has no tests, and a hook that fails after the tests leaves them passed.
    return tests.length === 0 && status === "failed" ? [{ name: file, message }] : tests;
  });
  return withoutReason({ passed: numPassedTests, failures, retried: [] }, ended);
}
