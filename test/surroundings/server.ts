import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startCluster } from "#scripts/postgres/cluster.ts";
import { stopLeftover } from "#scripts/postgres/postmaster.ts";
import { clusterUrl } from "#scripts/postgres/url.ts";
import { commandLine } from "#scripts/process/alive.ts";
import { freePort } from "#scripts/process/free-port.ts";

const prefix = "guest-checkout-test-";

/** A PostgreSQL for tests. `url` is its maintenance database, with a role that may create others. */
export type TestServer = { url: string; stop(): Promise<void> };

/** Starts a fresh PostgreSQL in a temporary folder, fast because it is not durable, or uses TEST_DATABASE_URL. */
export async function startTestServer(): Promise<TestServer> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return { url: given, stop: async () => undefined };

  await deleteLeftovers();
  const folder = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
  chmodSync(folder, 0o755);
  const password = randomBytes(12).toString("hex");
  const cluster = await startCluster({
    dataDir: join(folder, "postgres"),
    logFile: join(folder, "postgres.log"),
    port: () => freePort(),
    password,
    settings: ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=300"],
  });
  const stop = async () => {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { url: clusterUrl(cluster.port, password, "postgres"), stop };
}

/** Removes leftovers of killed test runs. */
async function deleteLeftovers(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const pid = name.startsWith(prefix) ? Number(name.slice(prefix.length).split("-")[0]) : Number.NaN;
    if (Number.isNaN(pid) || commandLine(pid)) continue;
    const folder = join(tmpdir(), name);
    await stopLeftover(join(folder, "postgres"));
    rmSync(folder, { recursive: true, force: true });
  }
}
