import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { expect, test } from "vitest";

/** The exit code of a process that is asked to end, and whose shutdown is `end`. */
async function endOf(end: string): Promise<number | null> {
  const module = JSON.stringify(join(import.meta.dirname, "belong.ts"));
  const program = `import { belongToLauncher } from ${module};
    setInterval(() => undefined, 1000);
    belongToLauncher("test", ${end}, 200).ready();`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", program], {
    stdio: ["ignore", "inherit", "ignore", "ipc"],
  });
  await once(child, "message");
  child.kill("SIGTERM");
  const [code] = await once(child, "exit");
  return code;
}

test("a process without a launcher is listed by its command", async () => {
  const module = JSON.stringify(join(import.meta.dirname, "belong.ts"));
  const program = `import { belongToLauncher } from ${module};
    const before = process.title;
    belongToLauncher("test", async () => undefined).ready();
    process.exit(process.title === before ? 0 : 1);`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", program], { stdio: "inherit" });
  expect(await once(child, "exit")).toEqual([0, null]);
});

test.each([
  ["is done", "async () => undefined", 0],
  ["fails", 'async () => { throw new Error("no"); }', 1],
  ["waits for what never comes", "() => new Promise(() => undefined)", 1],
])("a process that is asked to end does, if its shutdown %s", async (_how, end, code) => {
  expect(await endOf(end)).toBe(code);
});
