import { rmSync } from "node:fs";
import { Problem } from "../process/problem.ts";
import { proveRemoval } from "../removal/prove.ts";
import { dataPath } from "../state/folder.ts";
import { type Count, command, counted, playwrightCount, vitestCount } from "./step.ts";

type Step = { title: string; run(): Promise<Count> };
type SuiteName = "static" | "unit" | "removal" | "e2e";

const vitestReport = dataPath("test", "vitest.json");
const playwrightReport = dataPath("test", "playwright.json");

const generate: Step = { title: "Database client", run: () => counted("node", ["scripts/generate.ts"]) };
const build: Step = { title: "Build", run: () => counted("node", ["scripts/build.ts"]) };

const suites: Record<SuiteName, Step[]> = {
  static: [
    generate,
    { title: "Route types", run: () => counted("next", ["typegen"]) },
    { title: "Types", run: () => counted("tsc", ["--noEmit"]) },
    { title: "Lint", run: () => counted("biome", ["check", "."]) },
    {
      title: "Import rules",
      run: () => counted("node", ["scripts/import-rules.ts"]),
    },
  ],
  unit: [
    generate,
    {
      title: "Unit and integration tests",
      run: async () => {
        const args = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${vitestReport}`];
        return vitestCount(vitestReport, await command("vitest", args));
      },
    },
  ],
  removal: [generate, { title: "Without guest checkout", run: proveRemoval }],
  e2e: [
    generate,
    build,
    {
      title: "Browser tests",
      run: async () => {
        const ok = await command("playwright", ["test"], { E2E_REPORT: playwrightReport });
        return playwrightCount(playwrightReport, ok);
      },
    },
  ],
};

/**
 * Runs the named suites, or all, and counts tests and checks. A failed check does not stop the others, but without a
 * database client or a build, suites that need it are skipped.
 * @throws Problem for an unknown suite
 */
export async function runSuites(wanted: string[]): Promise<Count> {
  const unknown = wanted.find((name) => !(name in suites));
  if (unknown)
    throw new Problem(`There is no suite ${unknown}.`, `Name some of: ${Object.keys(suites).join(", ")}`);
  rmSync(dataPath("test"), { recursive: true, force: true });

  const total: Count = { passed: 0, failed: 0 };
  const chosen = Object.entries(suites).filter(([name]) => wanted.length === 0 || wanted.includes(name));
  for (const step of new Set(chosen.flatMap(([, steps]) => steps))) {
    console.log(`\n== ${step.title}`);
    const startedAt = performance.now();
    const { passed, failed } = await step.run();
    total.passed += passed;
    total.failed += failed;
    console.log(
      `== ${step.title}: ${failed > 0 ? "failed" : "passed"} in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`,
    );
    if (failed > 0 && (step === generate || step === build)) break;
  }
  return total;
}
