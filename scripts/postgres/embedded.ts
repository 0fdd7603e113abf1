import { Client } from "pg";
import { messageOf, Problem } from "../process/problem.ts";
import { dataPath, shortPath } from "../state/folder.ts";
import { choosePort, rememberedPort } from "../state/ports.ts";
import { secrets } from "../state/secrets.ts";
import { type Cluster, startCluster } from "./cluster.ts";
import { placeFor } from "./place.ts";
import { stopLeftover } from "./postmaster.ts";
import { clusterUrl } from "./url.ts";

const database = "shop";

/** The URL of this checkout's embedded database at its last start. */
export function embeddedUrl(): string | undefined {
  const port = rememberedPort("postgres");
  return port ? clusterUrl(port, secrets().DATABASE_PASSWORD, database) : undefined;
}

/** An embedded PostgreSQL with the database at `url`. `restart` starts it again at the same URL after a crash. */
export type Embedded = Cluster & { url: string; restart(): Promise<Embedded> };

/** Starts this checkout's embedded PostgreSQL and creates its database. The caller has to hold the lock. */
export async function startEmbedded(): Promise<Embedded> {
  const dataDir = dataPath("postgres");
  // Before the port is chosen, because a leftover still uses the last one.
  await stopLeftover(placeFor(dataDir).dataDir);
  return startOn(() => choosePort("postgres", 54_320));
}

async function startOn(choose: () => Promise<number>): Promise<Embedded> {
  const password = secrets().DATABASE_PASSWORD;
  const logFile = dataPath("logs", "postgres.log");
  const cluster = await startCluster({ dataDir: dataPath("postgres"), logFile, port: choose, password });
  const { port } = cluster;
  await createOnce(clusterUrl(port, password, "postgres"));
  return { ...cluster, url: clusterUrl(port, password, database), restart: () => startOn(async () => port) };
}

async function createOnce(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect().catch((error: unknown) => {
    throw new Problem(
      `The embedded database refuses the connection: ${messageOf(error)}.`,
      `If ${shortPath(dataPath("secrets.json"))} was lost, delete ${shortPath(dataPath("postgres"))} too: both are created again.`,
    );
  });
  try {
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [database]);
    if (!rowCount) await client.query(`CREATE DATABASE ${database}`);
  } finally {
    await client.end();
  }
}
