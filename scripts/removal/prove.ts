import { join } from "node:path";
import { type Count, command, vitestCount } from "../suites/step.ts";
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
export async function proveRemoval(): Promise<Count> {
  const copy = copyCheckout();
  const total: Count = { passed: 0, failed: 0 };

  async function step(title: string, run: () => Promise<Count>): Promise<void> {
    const startedAt = performance.now();
    const { passed, failed } = await run();
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    console.log(`-- ${title}: ${failed > 0 ? "failed" : "holds"} after ${seconds} s`);
    total.passed += passed;
    total.failed += failed;
  }
  const check = (title: string, name: string, args: string[]) =>
    step(title, async () =>
      (await command(name, args, {}, copy)) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 },
    );
  const vitest = (title: string, args: string[]) =>
    step(title, async () => {
      const report = join(copy, "vitest.json");
      const reporters = ["--reporter=agent", "--reporter=json", `--outputFile.json=${report}`];
      return vitestCount(report, await command("vitest", ["run", ...reporters, ...args], {}, copy));
    });

  deleteLine(copy);
  await vitest("Switched off", [enableSmokeTest(copy)]);

  deletePaths(copy, pathsToDelete());
  deletePaths(copy, ["scripts/removal/switched-off.test.ts", "vitest.json"]);
  await check("Tidied", "biome", ["check", "--write", "--unsafe", "lib/shop.ts"]);
  await check("Route types", "next", ["typegen"]);
  await check("Types", "tsc", ["--noEmit"]);
  await check("Lint", "biome", ["check", "."]);
  await check("Import rules", "node", ["scripts/import-rules.ts"]);
  await check("Build", "node", ["scripts/build.ts"]);
  await vitest("The core's tests", [...coreTests, ...leftOut.flatMap((pattern) => ["--exclude", pattern])]);
  if (total.failed === 0) deletePaths(copy, ["."]);
  return total;
}
