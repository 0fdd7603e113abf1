import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { MigrationList, SchemasContainer } from "@prisma/schema-engine-wasm";

const root = resolve(import.meta.dirname, "../..");
const folder = join(root, "prisma/migrations");
const schemaFile = join(root, "prisma/schema.prisma");

/** Everything under prisma/migrations, in the shape that the schema engine takes. */
export function readMigrations(): MigrationList {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  const lockfile = join(folder, "migration_lock.toml");
  return {
    baseDir: folder,
    lockfile: {
      path: "migration_lock.toml",
      content: existsSync(lockfile) ? readFileSync(lockfile, "utf8") : null,
    },
    shadowDbInitScript: "",
    migrationDirectories: names.map((name) => ({
      path: name,
      migrationFile: {
        path: "migration.sql",
        content: { tag: "ok", value: readFileSync(join(folder, name, "migration.sql"), "utf8") },
      },
    })),
  };
}

/** The schema as it stands now. */
export function readSchema(): SchemasContainer {
  return { files: [{ path: schemaFile, content: readFileSync(schemaFile, "utf8") }] };
}

/** Writes a new migration and returns its path from the root of the checkout. */
export function writeMigration(name: string, sql: string): string {
  mkdirSync(join(folder, name));
  writeFileSync(join(folder, name, "migration.sql"), sql);
  return join("prisma/migrations", name, "migration.sql");
}
