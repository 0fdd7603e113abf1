import { readFileSync } from "node:fs";
import { type Cluster, type ClusterOptions, startCluster } from "#scripts/postgres/cluster.ts";
import { runningPostmaster } from "#scripts/postgres/postmaster.ts";
import type { Victim } from "./victim.ts";

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
    crashes: () => 0,
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
