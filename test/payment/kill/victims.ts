import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { type Cluster, type ClusterOptions, startCluster } from "#scripts/postgres/cluster.ts";
import { runningPostmaster } from "#scripts/postgres/postmaster.ts";
import { root } from "#scripts/state/folder.ts";

/** A process that is killed without warning, and started again as a supervisor would. */
export type Victim = {
  /** SIGKILL. Resolves when it is gone. */
  kill(): Promise<void>;
  /** Resolves when it is ready, however often it has to be tried. */
  start(): Promise<void>;
  /** Asks it to stop, and waits until it is gone. */
  stop(): Promise<void>;
  /** How often it ended without having been killed. */
  ended(): number;
};

const pauseMs = 300;
const mostTries = 100;

/** One of the shop's programs. `env` is read at every start; its output goes to `logFile`. */
export function program(script: string, logFile: string, env: () => NodeJS.ProcessEnv): Victim {
  let child: ChildProcess | null = null;
  let wanted = false;
  let ended = 0;
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
    ended += 1;
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

  return { start, kill: () => end("SIGKILL"), stop: () => end("SIGTERM"), ended: () => ended };
}

/** An embedded PostgreSQL. Killing it ends all of its processes at once, in the middle of whatever they do. */
export function postgres(options: ClusterOptions): Victim & { port(): number } {
  let cluster: Cluster | null = null;
  let starting: Promise<Cluster> | null = null;
  let port = 0;
  return {
    port: () => port,
    async start() {
      if (cluster) return;
      starting ??= startCluster({ ...options, port: async () => (port === 0 ? options.port() : port) });
      cluster = await starting.finally(() => {
        starting = null;
      });
      port = cluster.port;
    },
    async kill() {
      if (!cluster) return;
      const { dataDir, gone } = cluster;
      cluster = null;
      const postmaster = runningPostmaster(dataDir);
      if (postmaster) for (const pid of [postmaster.pid, ...childrenOf(postmaster.pid)]) killNow(pid);
      await gone;
    },
    async stop() {
      await cluster?.stop();
      cluster = null;
    },
    ended: () => 0,
  };
}

/** On Linux; elsewhere the backends notice by themselves that the postmaster is gone. */
function childrenOf(pid: number): number[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(/\s+/).map(Number);
  } catch {
    return [];
  }
}

function killNow(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It ended meanwhile.
  }
}
