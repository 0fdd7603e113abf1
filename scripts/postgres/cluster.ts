import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, existsSync, mkdirSync, openSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { tail, trim } from "../process/log-file.ts";
import { Problem } from "../process/problem.ts";
import { initialize } from "./initialize.ts";
import { type Place, placeFor } from "./place.ts";
import { runningPostmaster, stopLeftover } from "./postmaster.ts";

export type ClusterOptions = {
  dataDir: string;
  logFile: string;
  /** Called right before each attempt to start, so that another program is unlikely to take the port. */
  port: () => Promise<number>;
  password: string;
  /** Lines for postgresql.conf, such as `fsync=off`. */
  settings?: string[];
};

/** A PostgreSQL that this process started. `gone` resolves when it ends for any reason. */
export type Cluster = { port: number; dataDir: string; gone: Promise<void>; stop(): Promise<void> };

/**
 * Starts the PostgreSQL from npm on 127.0.0.1, creating its data directory if necessary. Stops a postmaster that an
 * earlier run left behind on the same directory first.
 * @throws Problem with the last lines of the server's log
 */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const place = placeFor(options.dataDir);
  await stopLeftover(place.dataDir);
  if (!existsSync(join(place.dataDir, "PG_VERSION"))) await initialize(place, options.password);
  mkdirSync(dirname(options.logFile), { recursive: true });
  trim(options.logFile);

  // After a crash the old backends keep the shared memory for a moment, and the first attempts fail.
  for (let attempt = 1; ; attempt++) {
    const port = await options.port();
    const child = launch(place, port, options);
    const gone = once(child, "exit").then(() => undefined);
    if (await isReady(place, child)) {
      return { port, dataDir: place.dataDir, gone, stop: () => stop(child, gone) };
    }
    if (attempt === 20) {
      throw new Problem(
        `PostgreSQL does not start in ${place.dataDir}:\n${tail(options.logFile, 6)}`,
        `See ${options.logFile}; if you do not need the data, delete ${place.dataDir} and start again.`,
      );
    }
    await sleep(500);
  }
}

function launch(place: Place, port: number, options: ClusterOptions): ChildProcess {
  const settings = ["listen_addresses=127.0.0.1", "unix_socket_directories=", ...(options.settings ?? [])];
  const flags = settings.flatMap((setting) => ["-c", setting]);
  const log = openSync(options.logFile, "a");
  // In its own session, so that Ctrl-C reaches only the launcher, which stops everything in order. It logs to a file,
  // because a pipe would break if the launcher is killed.
  const child = spawn(
    join(place.native, "bin", "postgres"),
    ["-D", place.dataDir, "-p", String(port), ...flags],
    { ...place.owner, cwd: "/", detached: true, stdio: ["ignore", log, log] },
  );
  closeSync(log);
  child.on("error", () => undefined);
  return child;
}

async function isReady(place: Place, child: ChildProcess): Promise<boolean> {
  while (child.pid !== undefined && child.exitCode === null && child.signalCode === null) {
    const found = runningPostmaster(place.dataDir);
    if (found?.pid === child.pid && found.ready) return true;
    await sleep(25);
  }
  return false;
}

async function stop(child: ChildProcess, gone: Promise<void>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGINT");
  const late = setTimeout(() => child.kill("SIGQUIT"), 8_000);
  await gone;
  clearTimeout(late);
}
