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
 * @throws Problem naming the migration that failed and the server's reason.
 */
export async function migrate(url: string): Promise<string[]> {
  return withLock(url, () =>
    withSchemaEngine(url, async (engine) => {
      const migrationsList = readMigrations();
      await refuseEdited(engine);
      try {
        return (await engine.applyMigrations({ migrationsList, filters })).appliedMigrationNames;
      } catch (error) {
        throw new Problem(
          messageOf(error).trim(),
          "Correct the migration, then npm run db:reset (in development), or repair the database and its _prisma_migrations row.",
        );
      }
    }),
  );
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

async function refuseEdited(engine: SchemaEngine): Promise<void> {
  const { editedMigrationNames } = await engine.diagnoseMigrationHistory({
    migrationsList: readMigrations(),
    optInToShadowDatabase: false,
    filters,
  });
  if (editedMigrationNames.length === 0) return;
  throw new Problem(
    `This database was made with another version of ${editedMigrationNames.join(", ")}.`,
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
