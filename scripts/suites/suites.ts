import { rmSync } from "node:fs";
import { join } from "node:path";
import { Problem } from "../process/problem.ts";
import { proveRemoval } from "../removal/prove.ts";
import { dataFolder, dataPath } from "../state/folder.ts";
import { check, command, typeCheck } from "./command.ts";
import { nothing, type Outcome, sum, within } from "./outcome.ts";
import { playwrightOutcome } from "./playwright-report.ts";
import { vitestOutcome } from "./vitest-report.ts";

/** The suites, as named to `npm test --`. */
export const suiteNames = ["static", "unit", "removal", "kill", "e2e"] as const;
type SuiteName = (typeof suiteNames)[number];
type Step = { title: string; suites: readonly SuiteName[]; run(): Promise<Outcome> };

const vitestReport = join(dataFolder(), "test", "vitest.json");
const playwrightReport = join(dataFolder(), "test", "playwright.json");

/** A step that runs one tool, and shows its output in one piece, because others may run at the same time. */
function tool(suites: readonly SuiteName[], title: string, name: string, ...args: string[]): Step {
  return { title, suites, run: () => check(title, name, args, { shown: "at-the-end" }) };
}

const generate = tool(suiteNames, "Database client", "node", "scripts/generate.ts");

const build: Step = {
  title: "Build",
  suites: ["kill", "e2e"],
  // As on a build server, without Turbopack's cache: writing it is more than a quarter of a build.
  run: () => check("Build", "node", ["scripts/build.ts"], { env: { CI: "true" }, shown: "at-the-end" }),
};

const unit: Step = {
  title: "Unit and integration tests",
  suites: ["unit"],
  async run() {
    const args = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${vitestReport}`];
    return vitestOutcome(vitestReport, await command("vitest", args));
  },
};

const removal: Step = {
  title: "Without guest checkout",
  suites: ["removal"],
  run: async () => within("Without guest checkout", await proveRemoval()),
};

const browser: Step = {
  title: "Browser tests",
  suites: ["e2e"],
  async run() {
    const env = { E2E_REPORT: playwrightReport };
    return playwrightOutcome(playwrightReport, await command("playwright", ["test"], { env }));
  },
};

// The same purchases every time, like the seeds of the other tests; `npm run kill` plays others.
const kill = tool(
  ["kill"],
  "Killed processes",
  "node",
  "test/payment/kill.ts",
  "--rounds",
  "1",
  "--seed",
  "20261121",
);

/**
 * The lanes of a stage run at the same time, the steps of a lane one after the other, quick ones first: type checks,
 * builds and the processes that are killed leave a core idle now and then. Type checks read what a build writes, so
 * they come before it.
 */
const stages: Step[][][] = [
  [[generate]],
  [
    [
      tool(["static"], "Route types", "next", "typegen"),
      tool(["static"], "Types", "tsc", ...typeCheck),
      build,
      kill,
    ],
    [
      tool(["static"], "Lint", "biome", "check", "."),
      tool(["static"], "Import rules", "node", "scripts/import-rules.ts"),
      removal,
    ],
    [unit],
  ],
  [[browser]],
];

/**
 * Runs the named suites, or all, and counts tests and checks. A failed check does not stop the others, but without a
 * database client or a build, suites that need it are skipped.
 * @throws Problem for an unknown suite
 */
export async function runSuites(wanted: string[]): Promise<Outcome> {
  const unknown = wanted.find((name) => !suiteNames.some((known) => known === name));
  if (unknown) throw new Problem(`There is no suite ${unknown}.`, `Name some of: ${suiteNames.join(", ")}`);
  rmSync(dataPath("test"), { recursive: true, force: true });

  const isWanted = ({ suites }: Step) => wanted.length === 0 || suites.some((name) => wanted.includes(name));
  let total = nothing;
  const failed = new Set<Step>();
  const isBlocked = ({ suites }: Step) =>
    [generate, build].some((made) => failed.has(made) && suites.some((name) => made.suites.includes(name)));
  async function runLane(steps: Step[]): Promise<void> {
    for (const step of steps) {
      if (!isWanted(step) || isBlocked(step)) continue;
      const outcome = await runStep(step);
      if (outcome.failures.length > 0) failed.add(step);
      total = sum(total, outcome);
    }
  }
  for (const lanes of stages) await Promise.all(lanes.map(runLane));
  return total;
}

async function runStep({ title, run }: Step): Promise<Outcome> {
  console.log(`\n== ${title}`);
  const startedAt = performance.now();
  const outcome = await run();
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`== ${title}: ${outcome.failures.length > 0 ? "failed" : "passed"} in ${seconds} s`);
  return outcome;
}
