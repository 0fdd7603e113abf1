import { isMissingTable } from "#lib/platform/database/db.ts";
import { withClient } from "../postgres/with-client.ts";
import { Problem } from "../process/problem.ts";
import type { Migration } from "./folder.ts";

/**
 * Checks that the database has all of `migrations`.
 * @throws Problem naming the first that is missing, and the `command` that migrates
 */
export async function requireMigrated(
  url: string,
  migrations: readonly Migration[],
  command: string,
): Promise<void> {
  const applied = await withClient(url, (client) =>
    client
      .query<{ name: string }>(
        "select migration_name as name from _prisma_migrations where finished_at is not null and rolled_back_at is null",
      )
      .then(({ rows }) => new Set(rows.map(({ name }) => name)))
      .catch((error: unknown) => {
        if (isMissingTable(error)) return new Set<string>();
        throw error;
      }),
  );
  const [first, ...rest] = migrations.filter(({ name }) => !applied.has(name));
  if (!first) return;
  const others = rest.length > 0 ? ` and ${rest.length} more` : "";
  throw new Problem(
    `The database is not migrated: it lacks ${first.name}${others}.`,
    `Run ${command} first.`,
  );
}
