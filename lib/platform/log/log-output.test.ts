import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";

/** The output of a process that runs `script` with `log` in scope. */
function run(script: string) {
  const source = `const { log } = await import("#lib/platform/log/log.ts");\n${script}`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", source], {
    env: { ...process.env, LOG_LEVEL: "info" },
    stdio: ["ignore", "pipe", "ignore"],
  });
  return { child, printed: text(child.stdout).then((all) => all.split("\n").filter(Boolean)) };
}

const lines = `for (let n = 1; n <= 100; n++) log.info({ n }, "line");\n`;

test.each([
  ["has nothing left to do", ""],
  ["exits", "process.exit(0);"],
  [
    "throws what nobody catches",
    "setTimeout(() => { throw new Error('crash') }, 1); await new Promise(() => {});",
  ],
  ["rejects what nobody catches", "void Promise.reject(new Error('crash')); await new Promise(() => {});"],
  [
    "is asked to end and exits",
    "process.on('SIGTERM', () => process.exit(0)); process.kill(process.pid, 'SIGTERM'); setTimeout(() => {}, 60_000);",
  ],
])("no line is lost if a process %s", async (_, end) => {
  const printed = await run(lines + end).printed;
  expect(printed.map((line) => JSON.parse(line).n)).toEqual(Array.from({ length: 100 }, (_, at) => at + 1));
});

test("a line is written after a moment; an error at once, with all lines before it", async () => {
  const script = `log.info("first"); setTimeout(() => {
    log.info("second"); log.error("third"); log.info("fourth"); process.kill(process.pid, "SIGKILL");
  }, 300); setTimeout(() => {}, 60_000);`;
  const { child, printed } = run(script);
  const [first] = await once(child.stdout, "data");
  expect(JSON.parse(String(first))).toMatchObject({ msg: "first" });
  expect((await printed).map((line) => JSON.parse(line).msg)).toEqual(["first", "second", "third"]);
});
