import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, expect, test } from "vitest";
import { freePort } from "../process/free-port.ts";
import { type Cluster, startCluster } from "./cluster.ts";
import { placeFor } from "./place.ts";
import { runningPostmaster } from "./postmaster.ts";
import { clusterUrl } from "./url.ts";

const password = "p@ss 'word'/%";
const folder = mkdtempSync(join(tmpdir(), "cluster "));
chmodSync(folder, 0o755);
const dataDir = join(folder, "postgres");

const start = (): Promise<Cluster> =>
  startCluster({
    dataDir,
    logFile: join(folder, "postgres.log"),
    port: () => freePort(),
    password,
    settings: ["fsync=off"],
  });

async function ask(cluster: Cluster, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: clusterUrl(cluster.port, password, "postgres") });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

let cluster: Cluster | undefined;
afterAll(async () => {
  await cluster?.stop();
  rmSync(folder, { recursive: true });
});

test("data survive a kill of the launcher and of PostgreSQL", async () => {
  const first = await start();
  await ask(first, "CREATE TABLE kept AS SELECT 1 AS one");

  // As after a kill -9 of the launcher: the first one was not stopped.
  const second = await start();
  await first.gone;
  expect(await ask(second, "SELECT one FROM kept")).toEqual([{ one: 1 }]);

  process.kill(runningPostmaster(placeFor(dataDir).dataDir)?.pid ?? 0, "SIGKILL");
  await second.gone;
  cluster = await start();
  expect(await ask(cluster, "SELECT one FROM kept")).toEqual([{ one: 1 }]);
});

test("listens on this machine only, and requires the password", async () => {
  cluster ??= await start();
  expect(await ask(cluster, "SHOW listen_addresses")).toEqual([{ listen_addresses: "127.0.0.1" }]);
  const stranger = new Client({ connectionString: clusterUrl(cluster.port, "wrong", "postgres") });
  await expect(stranger.connect()).rejects.toThrow("password authentication failed");
});
