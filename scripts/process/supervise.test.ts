import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { commandLine } from "./alive.ts";
import { supervise } from "./supervise.ts";

const folder = mkdtempSync(join(tmpdir(), "supervise "));

/** A script that writes its pid to a file, then runs the rest. */
function script(rest: string): { file: string; pid(): number } {
  const file = join(folder, `${crypto.randomUUID()}.mjs`);
  writeFileSync(
    file,
    `import { writeFileSync } from "node:fs"; writeFileSync("${file}.pid", String(process.pid)); ${rest}`,
  );
  return { file, pid: () => Number(readFileSync(`${file}.pid`, "utf8")) };
}

function start(file: string, lines: string[] = []) {
  const supervised = supervise({
    name: "it",
    args: [file],
    env: process.env,
    print: (line) => lines.push(line),
  });
  onTestFinished(() => supervised.stop(1_000));
  return supervised;
}

const stays = `process.on("message", () => {}); process.send("ready");`;

test("a killed process is restarted, a stopped one is not", async () => {
  const lines: string[] = [];
  const { file, pid } = script(stays);
  const supervised = start(file, lines);
  await supervised.ready;
  const first = pid();
  process.kill(first, "SIGKILL");
  await vi.waitFor(() => expect(pid()).not.toBe(first), 5_000);
  expect(lines).toContain("it ended (SIGKILL); restarting it.");

  await supervised.stop(2_000);
  const last = pid();
  expect(commandLine(last)).toBeUndefined();
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(pid()).toBe(last);
});

test("a process that never becomes ready is a failed start", async () => {
  const { file } = script("process.exit(3);");
  await expect(start(file).ready).rejects.toThrow("it ended (code 3)");
});

test("a process that ignores the request to stop is killed after its grace period", async () => {
  const { file, pid } = script(`process.on("SIGTERM", () => {}); ${stays}`);
  const supervised = start(file);
  await supervised.ready;
  await supervised.stop(200);
  expect(commandLine(pid())).toBeUndefined();
});
