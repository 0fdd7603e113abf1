import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../state/folder.ts";
import { withSchemaEngine } from "./engine.ts";
import { migrationsFolder, readMigrations } from "./folder.ts";

/**
 * The SQL from the state after all migrations to prisma/schema.prisma, or null if they match. Applies the migrations to
 * a temporary database, so the role needs CREATEDB.
 */
export async function pendingChange(url: string): Promise<string | null> {
  const path = join(root, "prisma/schema.prisma");
  const schema = { path, content: readFileSync(path, "utf8") };
  return withSchemaEngine(url, schema, async (engine) => {
    const { exitCode, stdout } = await engine.diff({
      from: {
        tag: "migrations",
        baseDir: migrationsFolder,
        lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"' },
        shadowDbInitScript: "",
        migrationDirectories: readMigrations().map(({ name, sql }) => ({
          path: name,
          migrationFile: { path: "migration.sql", content: { tag: "ok", value: sql } },
        })),
      },
      to: { tag: "schemaDatamodel", files: [schema] },
      script: true,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    });
    return exitCode === 0 ? null : stdout;
  });
}
