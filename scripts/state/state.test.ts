import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { startMark } from "../process/alive.ts";
import { Problem } from "../process/problem.ts";

const folder = mkdtempSync(join(tmpdir(), "state "));
process.env.DATA_DIR = folder;
const { dataPath } = await import("./folder.ts");
const { secrets } = await import("./secrets.ts");
const { takeLock, lockHolder } = await import("./lock.ts");
const { choosePort, webPort } = await import("./ports.ts");

test("a folder that cannot be written is named, with what it is for", () => {
  writeFileSync(join(folder, "a file"), "");
  vi.stubEnv("DATA_DIR", join(folder, "a file", "data"));
  onTestFinished(() => void vi.unstubAllEnvs());
  expect(() => dataPath("lock.json")).toThrow(Problem);
  expect(() => dataPath("lock.json")).toThrow(`Nothing can be written to ${join(folder, "a file", "data")}`);
});

test("secrets are created once, are long and different, and only the owner can read them", () => {
  vi.stubEnv("BETTER_AUTH_SECRET", undefined);
  vi.stubEnv("GUEST_LINK_SECRET", undefined);
  onTestFinished(() => void vi.unstubAllEnvs());
  const made = secrets();
  expect(new Set(Object.values(made)).size).toBe(3);
  for (const secret of Object.values(made)) expect(secret.length).toBeGreaterThanOrEqual(43);
  expect(statSync(join(folder, "secrets.json")).mode & 0o777).toBe(0o600);
  expect(secrets()).toEqual(made);
});

test("a secret in the environment wins and is not stored", () => {
  vi.stubEnv("GUEST_LINK_SECRET", "from the environment, 32 characters");
  onTestFinished(() => void vi.unstubAllEnvs());
  expect(secrets().GUEST_LINK_SECRET).toBe("from the environment, 32 characters");
  expect(readFileSync(join(folder, "secrets.json"), "utf8")).not.toContain("from the environment");
});

test("a lock keeps a second process out while its holder runs", async () => {
  const holder = spawn("sleep", ["60"]);
  await once(holder, "spawn");
  const lock = { pid: holder.pid, mark: startMark(holder.pid ?? 0), what: "npm start" };
  writeFileSync(join(folder, "lock.json"), JSON.stringify(lock));
  await expect(takeLock("npm run jobs")).rejects.toThrow(
    `npm start is already running in this folder (process ${holder.pid})`,
  );

  holder.kill("SIGKILL");
  await once(holder, "exit");
  const release = await takeLock("npm run jobs");
  expect(lockHolder()?.pid).toBe(process.pid);
  release();
  expect(lockHolder()).toBeUndefined();
});

test("a lock whose pid was reused by another process is ignored", () => {
  writeFileSync(
    join(folder, "lock.json"),
    JSON.stringify({ pid: process.pid, mark: "another start", what: "npm start" }),
  );
  expect(lockHolder()).toBeUndefined();
});

test("a port is kept for the next start, unless another program has taken it", async () => {
  const port = await choosePort("mailbox", 20_000);
  expect(await choosePort("mailbox", 30_000)).toBe(port);
  const other = createServer().listen(port, "127.0.0.1");
  await once(other, "listening");
  onTestFinished(() => void other.close());
  expect(await choosePort("mailbox", port)).not.toBe(port);

  vi.stubEnv("PORT", String(port));
  onTestFinished(() => void vi.unstubAllEnvs());
  await expect(webPort("npm run dev")).rejects.toMatchObject({
    message: `Port ${port} is taken by another program.`,
    remedy: expect.stringContaining(`PORT=${port + 1} npm run dev`),
  });
});
