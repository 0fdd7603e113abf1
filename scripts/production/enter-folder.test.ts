import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";

test("what was compiled for a start is kept even if the process is killed", async () => {
  const folder = mkdtempSync(join(tmpdir(), "production-"));
  const program = join(folder, "program.mjs");
  writeFileSync(join(folder, "part.mjs"), "export const part = () => 1;\n");
  writeFileSync(
    program,
    `import { enterFolder, keepCompiled } from ${JSON.stringify(join(import.meta.dirname, "enter-folder.ts"))};
     await enterFolder(${JSON.stringify(folder)});
     await import("./part.mjs");
     keepCompiled();
     process.send("started");`,
  );
  const secret = "a secret of more than thirty-two characters";
  const env = { ...process.env, BETTER_AUTH_SECRET: secret, GUEST_LINK_SECRET: secret };
  const child = spawn(process.execPath, [program], { env, stdio: ["ignore", "inherit", "inherit", "ipc"] });
  await once(child, "message");
  child.kill("SIGKILL");
  await once(child, "exit");
  const kept = readdirSync(join(folder, ".data/compiled"), { recursive: true, withFileTypes: true });
  rmSync(folder, { recursive: true });
  expect(kept.filter((entry) => entry.isFile())).not.toEqual([]);
});

/** Enters a folder without secrets in the environment, and prints the first one. */
async function enter(folder: string, dataDir?: string) {
  const module = JSON.stringify(join(import.meta.dirname, "enter-folder.ts"));
  const program = `import { enterFolder } from ${module};
    await enterFolder(${JSON.stringify(folder)});
    console.log(process.env.BETTER_AUTH_SECRET);`;
  const { BETTER_AUTH_SECRET: _, GUEST_LINK_SECRET: __, DATA_DIR: ___, ...rest } = process.env;
  const env = { ...rest, ...(dataDir !== undefined && { DATA_DIR: dataDir }) };
  const child = spawn(process.execPath, ["--input-type=module", "--eval", program], { env });
  const [out, error] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { secret: out.trim(), error };
}

test("secrets that are missing are made in the folder, where they are found again", async () => {
  const folder = mkdtempSync(join(tmpdir(), "production-"));
  const [first, second] = [await enter(folder), await enter(folder)];
  const isKept = existsSync(join(folder, ".data/secrets.json"));
  rmSync(folder, { recursive: true });
  expect(first.secret).toMatch(/^[\w-]{43}$/);
  expect([second.secret, isKept]).toEqual([first.secret, true]);
  expect(first.error).toContain(`using the secrets in ${join(folder, ".data")}`);
});

test("where none can be kept, they are asked for", async () => {
  const folder = mkdtempSync(join(tmpdir(), "production-"));
  writeFileSync(join(folder, "file"), "");
  const { secret, error } = await enter(folder, join(folder, "file/data"));
  rmSync(folder, { recursive: true });
  expect(secret).toBe("");
  expect(error).toContain("BETTER_AUTH_SECRET and GUEST_LINK_SECRET are required");
});
