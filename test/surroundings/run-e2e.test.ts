import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "#scripts/state/folder.ts";
import { opensWindows } from "./chromium.ts";

type Ended = { code: unknown; output: string };

/** `npm run e2e --` with these arguments, on a machine with a Chromium. */
function e2e(...args: string[]): Promise<Ended> {
  const env = { ...process.env, CHROMIUM_PATH: process.execPath, E2E_BASE_URL: "" };
  return new Promise((resolve) =>
    execFile(
      process.execPath,
      ["test/surroundings/run-e2e.ts", ...args],
      { cwd: root, env },
      (error, out, err) => resolve({ code: error?.code ?? 0, output: out + err }),
    ),
  );
}

test.each([
  ["a file that does not exist", ["no-such-flow"], "No tests found"],
  ["a title that no test has", ["-g", "no test is called that"], "No tests found"],
  ["an option that Playwright does not have", ["--no-such-option"], "unknown option"],
])("%s is reported before a shop is built and started", async (_, args, complaint) => {
  const { code, output } = await e2e(...args);
  expect(code).toBe(1);
  expect(output).toContain(complaint);
  expect(output).not.toMatch(/WebServer|Build/);
});

test("a list of tests is shown once, without a shop", async () => {
  const { code, output } = await e2e("--list", "convert");
  expect([code, output.match(/^Total:/gm)?.length, output.includes("WebServer")]).toEqual([0, 1, false]);
});

test("the Chromium from npm opens no windows, an installed one does", () => {
  const { devDependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const folder = join(root, ".data", `chromium-${devDependencies["@sparticuz/chromium"]}`);
  expect(opensWindows(join(folder, "chromium"))).toBe(false);
  expect(opensWindows("/usr/bin/chromium")).toBe(true);
});
