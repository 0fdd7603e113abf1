import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

/** A folder in prisma/migrations: its name and the content of its migration.sql. */
export type Migration = { name: string; sql: string };

const root = resolve(import.meta.dirname, "../..");
export const migrationsFolder: string = join(root, "prisma/migrations");

/** The migrations in `folder`, in the order in which they are applied. */
export function readMigrations(folder: string = migrationsFolder): Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ name, sql: readFileSync(join(folder, name, "migration.sql"), "utf8") }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** Writes a new migration and returns its path, relative to the checkout. */
export function writeMigration(name: string, sql: string): string {
  mkdirSync(join(migrationsFolder, name));
  writeFileSync(join(migrationsFolder, name, "migration.sql"), sql);
  return join("prisma/migrations", name, "migration.sql");
}
