import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { requireUnused } from "./users.ts";

/** A production folder, and a process that runs from it. */
async function usedFolder() {
  const folder = mkdtempSync(join(tmpdir(), "dist-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const module = JSON.stringify(join(import.meta.dirname, "users.ts"));
  const program = `import { useBuild } from ${module};
    useBuild(${JSON.stringify(folder)}, "node web.js");
    process.send("started");
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", program], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  await once(child, "message");
  return { folder, child };
}

test("a build is not replaced under a shop that runs from it", async () => {
  const { folder, child } = await usedFolder();
  await expect(requireUnused(folder)).rejects.toThrow(
    `node web.js (process ${child.pid}) runs from the build that would be replaced.`,
  );
});

test("it is once the shop has ended, even if it was killed", async () => {
  const { folder, child } = await usedFolder();
  const replaced = requireUnused(folder);
  child.kill("SIGKILL");
  await replaced;
  expect(readdirSync(join(folder, ".users"))).toEqual([]);
});

test("a folder that nobody has run from is free", async () => {
  await requireUnused(join(tmpdir(), "no-such-folder"));
});
