import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
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
