import type { SchemaEngine } from "@prisma/schema-engine-wasm";
import { Client } from "pg";
import { messageOf, Problem } from "../process/problem.ts";
import { withSchemaEngine } from "./engine.ts";
import { readMigrations, readSchema } from "./folder.ts";

const filters = { externalTables: [], externalEnums: [] };
const lockKey = 4_711_004;

/**
 * Applies every migration that the database does not have yet and returns their names.
 * Two processes may call it at once: the second waits, and finds nothing left to do.
 * @throws Problem naming the migration that failed and the server's reason. Nothing of it is left behind.
 */
export async function migrate(url: string): Promise<string[]> {
  return withLock(url, () =>
    withSchemaEngine(url, async (engine, adapter) => {
      const history = await engine.diagnoseMigrationHistory({
        migrationsList: readMigrations(),
        optInToShadowDatabase: false,
        filters,
      });
      refuseEdited(history.editedMigrationNames);
      await forgetFailed(engine, history.failedMigrationNames);
      try {
        return (await engine.applyMigrations({ migrationsList: readMigrations(), filters }))
          .appliedMigrationNames;
      } catch (error) {
        const name = messageOf(error).match(/migration_name="(.+?)"/)?.[1];
        if (!name) throw error;
        await forgetFailed(engine, [name]);
        throw new Problem(
          `The migration ${name} failed: ${adapter.scriptFault() ?? messageOf(error)}`,
          `Correct prisma/migrations/${name}/migration.sql, then: npm run db:migrate`,
        );
      }
    }),
  );
}

/** A script runs in one transaction, so a failed or killed one left nothing and may simply be tried again. */
async function forgetFailed(engine: SchemaEngine, names: string[]): Promise<void> {
  for (const migrationName of names) await engine.markMigrationRolledBack({ migrationName });
}

/**
 * The SQL that leads from the end of the migrations to prisma/schema.prisma, or null when they agree.
 * The migrations are played in a temporary database, so the role needs CREATEDB.
 */
export async function pendingChange(url: string): Promise<string | null> {
  return withSchemaEngine(url, async (engine) => {
    const { exitCode, stdout } = await engine.diff({
      from: { tag: "migrations", ...readMigrations() },
      to: { tag: "schemaDatamodel", ...readSchema() },
      script: true,
      exitCode: true,
      filters,
    });
    return exitCode === 0 ? null : stdout;
  });
}

/** Drops everything in the database, jobs included, and applies all migrations. */
export async function reset(url: string): Promise<string[]> {
  await withLock(url, async (client) => {
    await client.query(
      "DROP SCHEMA IF EXISTS pgboss CASCADE; DROP SCHEMA IF EXISTS public CASCADE; CREATE SCHEMA public",
    );
  });
  return migrate(url);
}

function refuseEdited(names: string[]): void {
  if (names.length === 0) return;
  throw new Problem(
    `This database was made with another version of ${names.join(", ")}.`,
    "In development: npm run db:reset (all data go). Elsewhere: put the migration back and add a new one.",
  );
}

/** Holds a lock that every migrating process asks for. It belongs to a transaction, so a crash frees it. */
async function withLock<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("BEGIN; SET LOCAL idle_in_transaction_session_timeout = 0");
    await client.query("SELECT pg_advisory_xact_lock($1)", [lockKey]);
    const result = await work(client);
    await client.query("COMMIT");
    return result;
  } finally {
    await client.end();
  }
}
