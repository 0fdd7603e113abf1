import { spawn } from "node:child_process";
import { once } from "node:events";
import { Problem } from "../process/problem.ts";
import { root } from "../state/folder.ts";

type RunOptions = {
  name: string;
  /** What to do if it fails. */
  remedy: string;
  env?: NodeJS.ProcessEnv;
  /** Shows the output immediately instead of only after a failure. */
  show?: boolean;
  onStart?: (kill: () => void) => void;
};

/**
 * Runs a Node program of the checkout to completion.
 * @throws Problem with the end of its output if it fails
 */
export async function run(args: string[], options: RunOptions): Promise<void> {
  const out = options.show ? "inherit" : "pipe";
  const child = spawn(process.execPath, ["--import", "./scripts/process/end-with-parent.ts", ...args], {
    cwd: root,
    env: { ...(options.env ?? process.env), END_WITH_PARENT: String(process.pid) },
    stdio: ["ignore", out, out, "ipc"],
  });
  let output = "";
  const collect = (chunk: Buffer) => {
    output += chunk;
  };
  child.stdout?.on("data", collect);
  child.stderr?.on("data", collect);
  options.onStart?.(() => child.kill());
  const [code, signal] = await once(child, "close");
  if (code === 0) return;
  const lines = output.trimEnd().split("\n").slice(-40).join("\n");
  throw new Problem(
    `${lines}${lines && "\n"}${options.name} failed (${signal ?? `code ${code}`}).`,
    options.remedy,
  );
}
