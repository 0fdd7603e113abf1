import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { root } from "#scripts/state/folder.ts";
import { check, command } from "./command.ts";
import { nothing, sum, summary, within } from "./outcome.ts";
import { playwrightOutcome } from "./playwright-report.ts";
import { vitestOutcome } from "./vitest-report.ts";

// Each starts a test runner.
vi.setConfig({ testTimeout: 60_000 });
vi.spyOn(process.stdout, "write").mockReturnValue(true);

/** A folder with these files, from which the tools are found. */
function plant(files: Record<string, string>): string {
  mkdirSync(join(root, ".data"), { recursive: true });
  const folder = mkdtempSync(join(root, ".data", "planted-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

async function runVitest(files: Record<string, string>) {
  const config = `export default { test: { include: ["*.test.ts"], testTimeout: 1000 } };`;
  const folder = plant({ "vitest.config.ts": config, ...files });
  const report = join(folder, "report.json");
  const args = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  return vitestOutcome(report, await command("vitest", args, { cwd: folder }), folder);
}

async function runPlaywright(files: Record<string, string>) {
  const report = join(".", "report.json");
  const config = `export default { retries: 1, projects: [{ name: "phone" }], reporter: [["json", { outputFile: "${report}" }]] };`;
  const folder = plant({ "playwright.config.ts": config, ...files });
  return playwrightOutcome(join(folder, report), await command("playwright", ["test"], { cwd: folder }));
}

test("Vitest: a failed test, a failed hook and a file that does not load are named with their messages", async () => {
  const outcome = await runVitest({
    "sums.test.ts": `import { expect, test } from "vitest";
      test("holds", () => {}); test("adds up", () => { expect(1 + 1).toBe(3); });`,
    "hook.test.ts": `import { afterAll, test } from "vitest";
      afterAll(() => { throw new Error("cannot tidy up"); }); test("holds too", () => {});`,
    "broken.test.ts": `import "./missing.ts";`,
  });
  expect(outcome).toEqual({
    passed: 2,
    failures: expect.arrayContaining([
      { name: "sums.test.ts › adds up", message: expect.stringContaining("expected 2 to be 3") },
      { name: "hook.test.ts", message: expect.stringContaining("cannot tidy up") },
      { name: "broken.test.ts", message: expect.stringContaining("./missing.ts") },
    ]),
    retried: [],
  });
  expect(outcome.failures).toHaveLength(3);
});

test("Vitest: an error that no test waits for fails the run, and is shown", async () => {
  const outcome = await runVitest({
    "late.test.ts": `import { test } from "vitest";
      test("holds", () => { Promise.reject(new Error("nobody waits for this")); });`,
  });
  expect(outcome).toEqual({
    passed: 1,
    failures: [{ name: "the run itself", message: expect.stringContaining("nobody waits for this") }],
    retried: [],
  });
});

test("Playwright: failed tests and those that passed on a retry are named", async () => {
  const outcome = await runPlaywright({
    "flow.spec.ts": `import { expect, test } from "@playwright/test";
      test("holds", () => {});
      test.describe("a group", () => { test("adds up", () => { expect(1 + 1).toBe(3); }); });
      test("at last", ({}, { retry }) => { expect(retry).toBe(1); });`,
  });
  expect(outcome).toEqual({
    passed: 2,
    failures: [
      {
        name: "flow.spec.ts › a group › adds up (phone)",
        message: expect.stringMatching(/Expected: 3\s+Received: 2/),
      },
    ],
    retried: ["flow.spec.ts › at last (phone)"],
  });
});

test("Playwright: a file that does not load is a failure", async () => {
  const outcome = await runPlaywright({ "flow.spec.ts": `import "./missing.ts";` });
  expect(outcome).toEqual({
    passed: 0,
    failures: [
      { name: "outside of tests", message: expect.stringContaining("missing.ts") },
      { name: "outside of tests", message: "Error: No tests found" },
    ],
    retried: [],
  });
});

test("a failed check is named with the end of its output", async () => {
  const outcome = await check("Types", "node", [
    "-e",
    "console.log('one'); console.error('two'); process.exit(2)",
  ]);
  expect(outcome).toEqual({ passed: 0, failures: [{ name: "Types", message: "one\ntwo" }], retried: [] });
  expect(await check("Types", "node", ["-e", ""])).toEqual({ passed: 1, failures: [], retried: [] });
});

test("the summary names every failure with its first lines, and ends with the counts", () => {
  const long = Array.from({ length: 40 }, (_, line) => `line ${line}`).join("\n");
  const unit = { passed: 3, failures: [{ name: "a.test.ts › adds up", message: long }], retried: [] };
  const browser = {
    passed: 4,
    failures: [{ name: "Lint", message: "" }],
    retried: ["flow.spec.ts › at last"],
  };
  const printed = summary(sum(unit, within("Copy", browser))).split("\n");
  expect(printed.slice(0, 6)).toEqual([
    "Passed only on a retry:",
    "  Copy › flow.spec.ts › at last",
    "",
    "Failed:",
    "  a.test.ts › adds up",
    "      line 0",
  ]);
  expect(printed.slice(-4)).toEqual(["      line 24", "  Copy › Lint", "", "7 passed, 2 failed"]);
  expect(summary(nothing)).toBe("0 passed, 0 failed");
});
