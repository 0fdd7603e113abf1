import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { join } from "node:path";
import { Client } from "pg";
import { buildApp, productionFolder } from "#scripts/build/app.ts";
import { generateClient } from "#scripts/build/client.ts";
import { prepareDatabase } from "#scripts/migrations/prepare.ts";
import { startCluster } from "#scripts/postgres/cluster.ts";
import { clusterUrl } from "#scripts/postgres/url.ts";
import { freePort } from "#scripts/process/free-port.ts";
import { nodeFlags } from "#scripts/start/node-flags.ts";
import { dataPath, root } from "#scripts/state/folder.ts";
import { type Mails, startMailServer } from "./mail-server.ts";

const password = "bench";
// With PROFILE=1 web and worker write CPU profiles into the data folder when they end.
const profiling = process.env.PROFILE ? ["--cpu-prof", `--cpu-prof-dir=${dataPath("bench")}`] : [];
/** The arguments of `node` for the programs under load, as `npm start` has them. */
export const webArgs: readonly string[] = [...nodeFlags.web.flags, join(productionFolder, "web.js")];
const workerArgs = [...nodeFlags.worker.flags, join(productionFolder, "worker.js")];

/**
 * The system under load: web process and worker of the built shop on an embedded PostgreSQL with its default, durable
 * settings, and the floor on the same database.
 */
export type Surroundings = {
  shopUrl: string;
  floorUrl: string;
  databaseUrl: string;
  pids: { shop: number; worker: number; floor: number; postmaster: number };
  mails: Mails;
  stop(): Promise<void>;
};

/** Starts everything, with a fresh database, in a folder of its own. */
export async function startSurroundings(): Promise<Surroundings> {
  const cluster = await startCluster({
    dataDir: dataPath("bench", "postgres"),
    logFile: dataPath("bench", "postgres.log"),
    port: () => freePort(),
    password,
    settings: [
      "shared_preload_libraries=pg_stat_statements",
      "pg_stat_statements.track_planning=on",
      "max_connections=200",
    ],
  });
  const databaseUrl = await freshDatabase(clusterUrl(cluster.port, password, "postgres"), cluster.port);
  const mails = await startMailServer(databaseUrl);
  const env = environment(databaseUrl, mails.url, await freePort());
  Object.assign(process.env, env);
  await generateClient();
  await prepareDatabase(databaseUrl);
  const { seed } = await import("#prisma/seed/index.ts");
  await seed();
  await endlessStock(databaseUrl);
  await buildApp({ show: true });
  const shop = await startScript([...profiling, ...webArgs], { ...nodeFlags.web.env, ...env });
  const mailing = await startScript([...profiling, ...workerArgs], { ...nodeFlags.worker.env, ...env });
  const floorPort = String(await freePort());
  const floor = await startScript(["bench/floor/server.ts"], { ...env, PORT: floorPort });
  return {
    shopUrl: env.STOREFRONT_URL,
    floorUrl: `http://localhost:${floorPort}`,
    databaseUrl,
    mails,
    pids: {
      shop: shop.pid ?? 0,
      worker: mailing.pid ?? 0,
      floor: floor.pid ?? 0,
      postmaster: await postmasterOf(databaseUrl),
    },
    stop: async () => {
      for (const child of [shop, mailing, floor]) await end(child);
      await mails.stop();
      await cluster.stop();
    },
  };
}

function environment(databaseUrl: string, smtpUrl: string, port: number) {
  return {
    NODE_ENV: "production",
    PORT: String(port),
    STOREFRONT_URL: `http://localhost:${port}`,
    DATABASE_URL: databaseUrl,
    SMTP_URL: smtpUrl,
    BETTER_AUTH_SECRET: randomBytes(32).toString("hex"),
    GUEST_LINK_SECRET: randomBytes(32).toString("hex"),
    RATE_LIMITS: "off",
    LOG_LEVEL: "warn",
  };
}

async function freshDatabase(maintenanceUrl: string, port: number): Promise<string> {
  const client = new Client({ connectionString: maintenanceUrl });
  await client.connect();
  await client.query("drop database if exists bench with (force)");
  await client.query("create database bench");
  await client.end();
  return clusterUrl(port, password, "bench");
}

async function endlessStock(databaseUrl: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query("create extension pg_stat_statements");
  await client.query("update stock set quantity = 100000000");
  await client.end();
}

async function postmasterOf(databaseUrl: string): Promise<number> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query(
    "select split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::int as pid",
  );
  await client.end();
  return rows[0].pid;
}

async function startScript(args: readonly string[], env: Record<string, string>): Promise<ChildProcess> {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const ended = once(child, "exit").then(() =>
    Promise.reject(new Error(`${args.at(-1)} ended before it was ready`)),
  );
  await Promise.race([once(child, "message"), ended]);
  return child;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGTERM");
  await gone;
}
