import { join } from "node:path";
import { check, command } from "../suites/command.ts";
import { nothing, type Outcome, sum, within } from "../suites/outcome.ts";
import { vitestOutcome } from "../suites/vitest-report.ts";
import { copyCheckout, deleteLine, deletePaths, enableSmokeTest } from "./copy.ts";
import { pathsToDelete } from "./readme.ts";

const coreTests = [
  ...[
    "lib/dialects/store-api",
    "app/openapi.json",
    "lib/accounts/auth/accounts",
    "lib/dialects/auth/surface",
    "lib/accounts/auth/session",
  ],
  ...["cart", "customer", "discount", "order", "privacy", "rewards"].map((name) => `lib/commerce/${name}`),
  "lib/worker/housekeeping",
];
// Slow, and unrelated to module boundaries.
const leftOut = ["**/fuzz.test.ts", "**/races.test.ts", "**/database-away.test.ts"];

/**
 * Removes the guest-checkout module from a copy of the checkout as a person would, first its line and then its folders,
 * and counts the passing tests and checks. A failed copy is kept in .data/removal for inspection.
 */
export async function proveRemoval(): Promise<Outcome> {
  const copy = copyCheckout();
  let total = nothing;

  async function step(title: string, run: () => Promise<Outcome>): Promise<void> {
    const startedAt = performance.now();
    const outcome = await run();
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    console.log(`-- ${title}: ${outcome.failures.length > 0 ? "failed" : "holds"} after ${seconds} s`);
    total = sum(total, outcome);
  }
  const tool = (title: string, name: string, args: string[]) =>
    step(title, () => check(title, name, args, {}, copy));
  const vitest = (title: string, args: string[]) =>
    step(title, async () => {
      const report = join(copy, "vitest.json");
      const reporters = ["--reporter=agent", "--reporter=json", `--outputFile.json=${report}`];
      const ended = await command("vitest", ["run", ...reporters, ...args], {}, copy);
      return within(title, vitestOutcome(report, ended, copy));
    });

  deleteLine(copy);
  await vitest("Switched off", [enableSmokeTest(copy)]);

  deletePaths(copy, pathsToDelete());
  deletePaths(copy, ["scripts/removal/switched-off.test.ts", "vitest.json"]);
  await tool("Tidied", "biome", ["check", "--write", "--unsafe", "lib/shop.ts"]);
  await tool("Route types", "next", ["typegen"]);
  await tool("Types", "tsc", ["--noEmit"]);
  await tool("Lint", "biome", ["check", "."]);
  await tool("Import rules", "node", ["scripts/import-rules.ts"]);
  await tool("Build", "node", ["scripts/build.ts"]);
  await vitest("The core's tests", [...coreTests, ...leftOut.flatMap((pattern) => ["--exclude", pattern])]);
  if (total.failures.length === 0) deletePaths(copy, ["."]);
  return total;
}
