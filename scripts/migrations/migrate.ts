import { createHash, randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { type Client, DatabaseError } from "pg";
import { withClient } from "../postgres/with-client.ts";
import { messageOf, Problem } from "../process/problem.ts";
import { type Migration, readMigrations } from "./folder.ts";

type Entry = { name: string; checksum: string; finished: boolean };

// Prisma's own lock and table, so that its tools can be used alternately with this runner.
const lock = "SELECT pg_try_advisory_xact_lock(72707369) AS taken";
const isNew = "SELECT to_regclass('_prisma_migrations') IS NULL AS yes";
const create = `CREATE TABLE _prisma_migrations (id varchar(36) PRIMARY KEY, checksum varchar(64) NOT NULL,
  finished_at timestamptz, migration_name varchar(255) NOT NULL, logs text, rolled_back_at timestamptz,
  started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count integer NOT NULL DEFAULT 0)`;
const read = `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
  FROM _prisma_migrations WHERE rolled_back_at IS NULL`;
const start = "INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ($1, $2, $3)";
const finish = `UPDATE _prisma_migrations SET finished_at = clock_timestamp(), applied_steps_count = 1 WHERE id = $1`;
const fail = "UPDATE _prisma_migrations SET logs = $2 WHERE id = $1";

// What waits for a lock on a table has every later statement on it wait behind it, even those that only read: a backup of
// an hour would stop the shop for an hour. So a migration gives up soon, lets the shop work, and tries again.
const patience = { lockMs: 3_000, pauseMs: 7_000, limitMs: 10 * 60_000 };

/**
 * Applies the missing migrations to the database at `url`, in the order of their names, and returns them. Safe to run
 * concurrently, and while the shop works. Migrations that only the database has belong to a newer version, and are left
 * alone.
 * @throws Problem if one fails or gets no lock (it is rolled back), stopped halfway, or was edited after it was applied
 */
export async function migrate(
  url: string,
  migrations: Migration[] = readMigrations(),
  waiting: typeof patience = patience,
): Promise<string[]> {
  return withClient(url, async (holder) => {
    await holder.query("BEGIN; SET LOCAL idle_in_transaction_session_timeout = 0");
    // Polled: a process that waits inside a statement would block CREATE INDEX CONCURRENTLY.
    while (!(await holder.query(lock)).rows[0]?.taken) await sleep(100);
    return withClient(url, async (client) => {
      if ((await client.query(isNew)).rows[0]?.yes) await client.query(create);
      const { rows: history } = await client.query<Entry>(read);
      refuse(history, migrations);
      const pending = migrations.filter(({ name }) => !history.some((entry) => entry.name === name));
      for (const migration of pending) await applyPatiently(client, migration, waiting);
      return pending.map(({ name }) => name);
    });
  });
}

function refuse(history: Entry[], migrations: Migration[]): void {
  for (const { name, checksum, finished } of history) {
    const remedy = `Undo what it did, then: DELETE FROM _prisma_migrations WHERE migration_name = '${name}'`;
    if (!finished) throw new Problem(`The migration ${name} stopped halfway.`, remedy);
    const migration = migrations.find((each) => each.name === name);
    if (!migration || checksumOf(migration) === checksum) continue;
    throw new Problem(
      `The database was migrated with a different version of ${name}.`,
      "In development: npm run db:reset (deletes all data). Elsewhere: restore the migration and add a new one.",
    );
  }
}

async function applyPatiently(client: Client, migration: Migration, waiting: typeof patience): Promise<void> {
  const { lockMs, pauseMs, limitMs } = waiting;
  const limit = Date.now() + limitMs;
  const begin = `BEGIN; SET LOCAL lock_timeout = ${lockMs}`;
  while (!(await apply(client, migration, begin, "COMMIT"))) {
    if (Date.now() > limit)
      throw new Problem(
        `The migration ${migration.name} found its tables in use, for example by a backup.`,
        "Nothing has changed. Migrate again when they are free: pg_stat_activity shows who uses them.",
      );
    await sleep(pauseMs);
  }
}

/**
 * Runs one in a transaction, or without one if PostgreSQL requires that (25001), as for CREATE INDEX CONCURRENTLY. False
 * if it got no lock in time (55P03), and was rolled back.
 */
async function apply(client: Client, migration: Migration, begin = "", commit = ""): Promise<boolean> {
  const id = randomUUID();
  try {
    await client.query(begin);
    await client.query(start, [id, checksumOf(migration), migration.name]);
    await client.query(migration.sql);
    await client.query("RESET ALL");
    await client.query(finish, [id]);
    await client.query(commit);
    return true;
  } catch (error) {
    if (begin) await client.query("ROLLBACK");
    const code = begin && error instanceof DatabaseError ? error.code : "";
    if (code === "25001") return apply(client, migration);
    if (code === "55P03") return false;
    await client.query(fail, [id, messageOf(error)]);
    const remedy = `Correct the data, or prisma/migrations/${migration.name}/migration.sql, and migrate again.`;
    throw new Problem(`The migration ${migration.name} failed: ${messageOf(error)}`, remedy);
  }
}

function checksumOf({ sql }: Migration): string {
  return createHash("sha256").update(sql).digest("hex");
}
