import { spawn } from "node:child_process";
import { once } from "node:events";
import { openSync } from "node:fs";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";

/** A process that runs `script` with `log` in scope. */
function start(script: string, ...stdio: ("pipe" | "ignore" | number)[]) {
  const source = `const { log } = await import("#lib/platform/log/log.ts");\n${script}`;
  return spawn(process.execPath, ["--input-type=module", "--eval", source], {
    env: { ...process.env, LOG_LEVEL: "info" },
    stdio: ["ignore", ...stdio],
  });
}

/** The output of such a process. */
function run(script: string) {
  const child = start(script, "pipe", "ignore");
  if (!child.stdout) throw new Error("It has no output");
  return { child, stdout: child.stdout, printed: linesOf(child.stdout) };
}

async function linesOf(stream: NodeJS.ReadableStream): Promise<string[]> {
  return (await text(stream)).split("\n").filter(Boolean);
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
  const { stdout, printed } = run(script);
  const [first] = await once(stdout, "data");
  expect(JSON.parse(String(first))).toMatchObject({ msg: "first" });
  expect((await printed).map((line) => JSON.parse(line).msg)).toEqual(["first", "second", "third"]);
});

const goesOn = `for (let n = 1; n <= 20_000; n++) { log.info({ n }, "x".repeat(100)); if (n % 1000 === 0) log.error("fault"); }
  await new Promise((done) => setTimeout(done, 300));
  process.stderr.write("went on");`;

// Linux has a device that is always full.
test.skipIf(process.platform !== "linux")("a full disk stops the log and nothing else", async () => {
  const child = start(goesOn, openSync("/dev/full", "w"), "pipe");
  expect(await linesOf(child.stderr as NodeJS.ReadableStream)).toEqual(["went on"]);
  expect(child.exitCode ?? (await once(child, "exit"))[0]).toBe(0);
});

test("an output that nobody reads any more stops the log and nothing else", async () => {
  const child = start(goesOn, "pipe", "pipe");
  child.stdout?.destroy();
  expect(await linesOf(child.stderr as NodeJS.ReadableStream)).toEqual(["went on"]);
});
