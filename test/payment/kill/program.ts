import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { root } from "#scripts/state/folder.ts";
import type { Victim } from "./victim.ts";

const pauseMs = 300;
const mostTries = 100;

/** One of the shop's programs. `env` is read at every start; its output goes to `logFile`. */
export function program(script: string, logFile: string, env: () => NodeJS.ProcessEnv): Victim {
  let child: ChildProcess | null = null;
  let wanted = false;
  let crashes = 0;
  let starting: Promise<void> | null = null;

  async function launch(): Promise<boolean> {
    const log = openSync(logFile, "a");
    const started = spawn(process.execPath, [script], {
      cwd: root,
      env: env(),
      detached: true,
      stdio: ["ignore", log, log, "ipc"],
    });
    closeSync(log);
    child = started;
    const gone = once(started, "exit").then(() => {
      if (child === started) child = null;
      return false;
    });
    const isReady = await Promise.race([once(started, "message").then(() => true), gone]);
    if (isReady) void gone.then(restart);
    return isReady;
  }

  async function restart(): Promise<void> {
    if (!wanted) return;
    crashes += 1;
    await start();
  }

  function start(): Promise<void> {
    wanted = true;
    starting ??= tryToStart().finally(() => {
      starting = null;
    });
    return starting;
  }

  async function tryToStart(): Promise<void> {
    for (let tries = 0; wanted && !child; tries++) {
      if (await launch()) return;
      if (tries === mostTries) throw new Error(`${script} does not start; see ${logFile}`);
      await sleep(pauseMs);
    }
  }

  async function end(signal: "SIGKILL" | "SIGTERM"): Promise<void> {
    wanted = false;
    if (!child) return;
    const gone = once(child, "exit");
    child.kill(signal);
    await gone;
  }

  return { start, kill: () => end("SIGKILL"), stop: () => end("SIGTERM"), crashes: () => crashes };
}
