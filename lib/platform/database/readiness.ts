import { readdir } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { shutdown } from "../shutdown.ts";
import { pool } from "./db.ts";

/** Balancers usually give a check one second. */
const patienceMs = 500;

/**
 * How long an answer of the database counts while the next one is outstanding: as long as a request waits for a
 * connection. In a burst all are lent, and a process that left the balancer for that would burden the others more.
 */
const answerCountsMs = 10_000;

let lastAnswer: { applied: Set<string>; at: number } | null = null;

type Readiness = {
  ready: boolean;
  checks: { database: boolean; migrations: boolean; accepting: boolean };
};

/** Whether the process is ready for requests: the database is reachable and migrated, and it is not shutting down. */
export async function checkReadiness(): Promise<Readiness> {
  const accepting = !shutdown.hasBegun;
  const applied = await Promise.race([appliedMigrations(), recentAnswer()]).catch(() => null);
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
  const applied = new Set(rows.map((row) => row.migration_name));
  lastAnswer = { applied, at: performance.now() };
  return applied;
}

/** What the database answered last; null if that is too long ago. */
async function recentAnswer(): Promise<Set<string> | null> {
  await sleep(patienceMs, undefined, { ref: false });
  if (!lastAnswer || performance.now() - lastAnswer.at > answerCountsMs) return null;
  return lastAnswer.applied;
}

async function knownMigrations(): Promise<string[]> {
  const entries = await readdir(path.join(process.cwd(), "prisma/migrations"), { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
}
