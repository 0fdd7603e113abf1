import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { root } from "../state/folder.ts";
import { eachLine } from "./output.ts";

export type ChildOptions = {
  name: string;
  /** What follows `node` on the command line. */
  args: string[];
  env: NodeJS.ProcessEnv;
  print: (line: string) => void;
};

/** A process of ours. `ready` resolves when it says so, and rejects when it ends before. `gone` says how it ended. */
export type Child = { ready: Promise<void>; gone: Promise<string>; stop(graceMs: number): Promise<void> };

/**
 * Starts one of our scripts. It holds a channel to us: a script that sees the channel close knows that we were
 * killed, and ends. It has its own session, so that Ctrl-C reaches only us and things end in order.
 */
export function startChild(options: ChildOptions): Child {
  const process_ = spawn(process.execPath, options.args, {
    cwd: root,
    env: options.env,
    detached: true,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  eachLine(process_.stdout, options.print);
  eachLine(process_.stderr, options.print);
  const gone = once(process_, "exit").then(
    ([code, signal]) => `${options.name} ended (${signal ?? `code ${code}`})`,
  );
  const ready = Promise.race([
    once(process_, "message").then(() => undefined),
    gone.then((how) => Promise.reject(new Error(how))),
  ]);
  // Whoever does not wait for `ready` hears of the end through `gone`.
  ready.catch(() => undefined);
  return { ready, gone, stop: (graceMs) => stop(process_, gone, graceMs) };
}

async function stop(process_: ChildProcess, gone: Promise<unknown>, graceMs: number): Promise<void> {
  if (process_.exitCode !== null || process_.signalCode !== null) return;
  process_.kill("SIGTERM");
  const late = setTimeout(() => process_.kill("SIGKILL"), graceMs);
  await gone;
  clearTimeout(late);
}
