import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { root } from "../state/folder.ts";
import { eachLine } from "./output.ts";

export type ChildOptions = {
  name: string;
  /** The arguments of `node`. */
  args: string[];
  env: NodeJS.ProcessEnv;
  print: (line: string) => void;
};

/**
 * A child process. `ready` resolves when it reports readiness, and rejects if it ends earlier. `gone` says how it
 * ended.
 */
export type Child = { ready: Promise<void>; gone: Promise<string>; stop(graceMs: number): Promise<void> };

/**
 * Starts one of our scripts with a channel to us: if the channel closes, we were killed, and the script exits. It has
 * its own session, so that Ctrl-C reaches only us and we can stop everything in order.
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
  // Callers that do not await `ready` learn of the end through `gone`.
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
