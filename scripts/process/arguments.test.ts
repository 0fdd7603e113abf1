import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { root } from "../state/folder.ts";

/** Runs a program without any configuration, and tells what it printed and whether it made a database. */
async function outcomeOf(program: string, ...args: string[]) {
  const folder = mkdtempSync(join(tmpdir(), "help-"));
  const { PATH } = process.env;
  // No port, so that a program that starts something fails.
  const env = { NODE_ENV: "production" as const, PATH, DATA_DIR: folder, PORT: "none" };
  const { stdout } = await promisify(execFile)(process.execPath, [join(root, program), ...args], { env });
  const madeDatabase = existsSync(join(folder, "postgres"));
  rmSync(folder, { recursive: true });
  return { stdout: stdout.trim(), madeDatabase };
}

test.each([
  ["scripts/start.ts", "npm start"],
  ["scripts/build.ts", "npm run build"],
  ["scripts/generate.ts", "npm run db:generate"],
  ["scripts/test.ts", "npm test"],
  ["scripts/address-rules.ts", "npm run addresses"],
  ["scripts/db.ts", "npm run db:migrate"],
  ["scripts/jobs.ts", "npm run jobs"],
  ["scripts/payments.ts", "npm run payments"],
  ["scripts/erase.ts", "npm run erase"],
  ["bench/run.ts", "npm run bench"],
  ["test/payment/kill.ts", "npm run kill"],
  ["scripts/production/web.ts", "node web.ts"],
  ["scripts/production/jobs.ts", "node jobs.js"],
  ["scripts/production/payments.ts", "node payments.js"],
  ["scripts/production/erase.ts", "node erase.js"],
])("%s --help says how it is used, needs no configuration and starts nothing", async (program, words) => {
  const { stdout, madeDatabase } = await outcomeOf(program, "--help");
  expect(stdout).toContain(words);
  expect(stdout.split("\n").length).toBeLessThan(8);
  expect(madeDatabase).toBe(false);
});

test("help of a command is about that command", async () => {
  expect((await outcomeOf("scripts/db.ts", "new", "-h")).stdout).toBe(
    "Write: npm run db:new -- add_gift_note",
  );
});
