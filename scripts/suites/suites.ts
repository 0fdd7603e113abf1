import { rmSync } from "node:fs";
import { Problem } from "../process/problem.ts";
import { proveRemoval } from "../removal/prove.ts";
import { dataPath } from "../state/folder.ts";
import { check, command } from "./command.ts";
import { nothing, type Outcome, sum, within } from "./outcome.ts";
import { playwrightOutcome } from "./playwright-report.ts";
import { vitestOutcome } from "./vitest-report.ts";

type Step = { title: string; run(): Promise<Outcome> };
type SuiteName = "static" | "unit" | "removal" | "kill" | "e2e";

const vitestReport = dataPath("test", "vitest.json");
const playwrightReport = dataPath("test", "playwright.json");

/** A step that runs one tool. */
function tool(title: string, name: string, ...args: string[]): Step {
  return { title, run: () => check(title, name, args) };
}

const generate = tool("Database client", "node", "scripts/generate.ts");
const build = tool("Build", "node", "scripts/build.ts");

const suites: Record<SuiteName, Step[]> = {
  static: [
    generate,
    tool("Route types", "next", "typegen"),
    tool("Types", "tsc", "--noEmit"),
    tool("Lint", "biome", "check", "."),
    tool("Import rules", "node", "scripts/import-rules.ts"),
  ],
  unit: [
    generate,
    {
      title: "Unit and integration tests",
      run: async () => {
        const args = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${vitestReport}`];
        return vitestOutcome(vitestReport, await command("vitest", args));
      },
    },
  ],
  removal: [
    generate,
    {
      title: "Without guest checkout",
      run: async () => within("Without guest checkout", await proveRemoval()),
    },
  ],
  kill: [generate, build, tool("Killed processes", "node", "test/payment/kill.ts", "--rounds", "1")],
  e2e: [
    generate,
    build,
    {
      title: "Browser tests",
      run: async () =>
        playwrightOutcome(
          playwrightReport,
          await command("playwright", ["test"], { E2E_REPORT: playwrightReport }),
        ),
    },
  ],
};

/**
 * Runs the named suites, or all, and counts tests and checks. A failed check does not stop the others, but without a
 * database client or a build, suites that need it are skipped.
 * @throws Problem for an unknown suite
 */
export async function runSuites(wanted: string[]): Promise<Outcome> {
  const unknown = wanted.find((name) => !(name in suites));
  if (unknown)
    throw new Problem(`There is no suite ${unknown}.`, `Name some of: ${Object.keys(suites).join(", ")}`);
  rmSync(dataPath("test"), { recursive: true, force: true });

  let total = nothing;
  const chosen = Object.entries(suites).filter(([name]) => wanted.length === 0 || wanted.includes(name));
  for (const step of new Set(chosen.flatMap(([, steps]) => steps))) {
    console.log(`\n== ${step.title}`);
    const startedAt = performance.now();
    const outcome = await step.run();
    total = sum(total, outcome);
    const failed = outcome.failures.length > 0;
    console.log(
      `== ${step.title}: ${failed ? "failed" : "passed"} in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`,
    );
    if (failed && (step === generate || step === build)) break;
  }
  return total;
}
