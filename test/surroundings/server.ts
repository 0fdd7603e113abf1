import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startCluster } from "#scripts/postgres/cluster.ts";
import { stopLeftover } from "#scripts/postgres/postmaster.ts";
import { clusterUrl } from "#scripts/postgres/url.ts";
import { commandLine } from "#scripts/process/alive.ts";
import { freePort } from "#scripts/process/free-port.ts";
import { scratchFolder } from "./scratch-folder.ts";

const prefix = "guest-checkout-test-";

/** A PostgreSQL for tests. `url` is its maintenance database, with a role that may create others. */
export type TestServer = { url: string; stop(): Promise<void> };

/** Starts a fresh PostgreSQL in a scratch folder, fast because it is not durable, or uses TEST_DATABASE_URL. */
export async function startTestServer(): Promise<TestServer> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return { url: given, stop: async () => undefined };

  for (const place of new Set([tmpdir(), scratchFolder()])) await deleteLeftovers(place);
  const folder = mkdtempSync(join(scratchFolder(), `${prefix}${process.pid}-`));
  chmodSync(folder, 0o755);
  const password = randomBytes(12).toString("hex");
  const cluster = await startCluster({
    dataDir: join(folder, "postgres"),
    logFile: join(folder, "postgres.log"),
    port: () => freePort(),
    password,
    settings: [
      ...["fsync=off", "synchronous_commit=off", "full_page_writes=off"],
      ...["max_connections=300", "max_wal_size=256MB"],
    ],
  });
  const stop = async () => {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { url: clusterUrl(cluster.port, password, "postgres"), stop };
}

/** Removes what killed test runs left in `place`. */
async function deleteLeftovers(place: string): Promise<void> {
  for (const name of readdirSync(place)) {
    const pid = name.startsWith(prefix) ? Number(name.slice(prefix.length).split("-")[0]) : Number.NaN;
    if (Number.isNaN(pid) || commandLine(pid)) continue;
    const folder = join(place, name);
    await stopLeftover(join(folder, "postgres"));
    rmSync(folder, { recursive: true, force: true });
  }
}
