import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";

const program = `
  import { endWithNpm } from "./scripts/process/end-with-npm.ts";
  const work = setInterval(() => undefined, 1000);
  endWithNpm(() => { console.log("ended"); clearInterval(work); });
  console.log("up");`;

test("a program of npm ends when its shell was ended", async () => {
  // The second command keeps the shell from replacing itself with the first.
  const shell = spawn("sh", ["-c", `"${process.execPath}" --input-type=module -e '${program}'; true`], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, npm_lifecycle_event: "start" },
  });
  shell.stdout.once("data", () => shell.kill("SIGTERM"));
  expect(await text(shell.stdout)).toBe("up\nended\n");
});
