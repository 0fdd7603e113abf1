import { readdir } from "node:fs/promises";
import path from "node:path";
import { shutdown } from "../shutdown.ts";
import { pool } from "./db.ts";

const pingTimeoutMs = 500;

type Readiness = {
  ready: boolean;
  checks: { database: boolean; migrations: boolean; accepting: boolean };
};

/** Whether the process is ready for requests: the database is reachable and migrated, and it is not shutting down. */
export async function checkReadiness(): Promise<Readiness> {
  const accepting = !shutdown.hasBegun;
  const applied = await Promise.race([appliedMigrations(), timeout()]).catch(() => null);
  const expected = await knownMigrations();
  const checks = {
    database: applied !== null,
    migrations: expected.every((name) => applied?.has(name)),
    accepting,
  };
  return { ready: Object.values(checks).every(Boolean), checks };
}

async function appliedMigrations(): Promise<Set<string>> {
  const { rows } = await pool.query<{ migration_name: string }>(
    "select migration_name from _prisma_migrations where finished_at is not null and rolled_back_at is null",
  );
  return new Set(rows.map((row) => row.migration_name));
}

function timeout(): Promise<null> {
  return new Promise((resolve) => setTimeout(resolve, pingTimeoutMs, null).unref());
}

async function knownMigrations(): Promise<string[]> {
  const entries = await readdir(path.join(process.cwd(), "prisma/migrations"), { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
}
