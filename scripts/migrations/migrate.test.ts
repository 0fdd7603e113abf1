import type { MigrationList } from "@prisma/schema-engine-wasm";
import type { Client } from "pg";
import { expect, inject, test } from "vitest";
import { createDatabase, dropDatabase } from "#test/surroundings/database.ts";
import { databaseUrl } from "../postgres/url.ts";
import { withClient } from "../postgres/with-client.ts";
import { withSchemaEngine } from "./engine.ts";
import { type Migration, readMigrations } from "./folder.ts";
import { migrate } from "./migrate.ts";
import { pendingChange } from "./pending-change.ts";

const server = inject("testServerUrl");

type EmptyDatabase = { url: string; client: Client };

async function withEmptyDatabase(work: (database: EmptyDatabase) => Promise<void>): Promise<void> {
  const name = `empty_${crypto.randomUUID()}`;
  await createDatabase(server, name);
  const url = databaseUrl(server, name);
  try {
    await withClient(url, (client) => work({ url, client }));
  } finally {
    await dropDatabase(server, name);
  }
}

const mug = { name: "1_mug", sql: "CREATE TABLE mug (id int PRIMARY KEY, size text)" };
const index = { name: "2_index", sql: "CREATE INDEX CONCURRENTLY mug_size ON mug (size)" };
const broken = { name: "2_broken", sql: "CREATE TABLE jug (id int);\nINSERT INTO jug VALUES ('none')" };
const names = (migrations: Migration[]) => migrations.map(({ name }) => name);

async function history(client: Client) {
  const { rows } = await client.query(
    `SELECT migration_name AS name, applied_steps_count AS steps, finished_at >= started_at AS finished, logs
     FROM _prisma_migrations ORDER BY migration_name`,
  );
  return rows;
}

test("the shop's migrations lead to its schema: otherwise run npm run db:new", async () => {
  expect(await pendingChange(server)).toBeNull();
});

test("an empty database gets every migration in order, and a second run does nothing", async () => {
  await withEmptyDatabase(async ({ url, client }) => {
    const all = readMigrations();
    expect(await migrate(url)).toEqual(names(all));
    expect(await history(client)).toEqual(
      names(all).map((name) => ({ name, steps: 1, finished: true, logs: null })),
    );
    expect(await migrate(url)).toEqual([]);
  });
});

test("concurrent runs apply each migration once, even one outside a transaction", async () => {
  await withEmptyDatabase(async ({ url, client }) => {
    const migrations = [mug, index];
    const applied = await Promise.all([1, 2, 3].map(() => migrate(url, migrations)));
    expect(applied.flat()).toEqual(names(migrations));
    expect(await history(client)).toHaveLength(2);
    expect(
      (await client.query("SELECT indisvalid FROM pg_index WHERE indexrelid = 'mug_size'::regclass")).rows,
    ).toEqual([{ indisvalid: true }]);
  });
});

test("a failed migration is rolled back, and applied once it is corrected", async () => {
  await withEmptyDatabase(async ({ url, client }) => {
    await expect(migrate(url, [mug, broken])).rejects.toMatchObject({
      message: 'The migration 2_broken failed: invalid input syntax for type integer: "none"',
      remedy: "Correct the data, or prisma/migrations/2_broken/migration.sql, and migrate again.",
    });
    expect((await client.query("SELECT to_regclass('mug') AS mug, to_regclass('jug') AS jug")).rows).toEqual([
      { mug: "mug", jug: null },
    ]);
    expect(await history(client)).toEqual([{ name: "1_mug", steps: 1, finished: true, logs: null }]);
    expect(await migrate(url, [mug, { ...broken, sql: "CREATE TABLE jug (id int)" }])).toEqual(["2_broken"]);
  });
});

test("a migration that fails outside a transaction blocks later ones until it is resolved", async () => {
  await withEmptyDatabase(async ({ url, client }) => {
    await migrate(url, [mug]);
    await client.query("INSERT INTO mug VALUES (1, 'large'), (2, 'large')");
    const unique = { name: "2_unique", sql: "CREATE UNIQUE INDEX CONCURRENTLY mug_size ON mug (size)" };
    const failure = 'could not create unique index "mug_size"';
    await expect(migrate(url, [mug, unique])).rejects.toThrow(`The migration 2_unique failed: ${failure}`);
    expect((await history(client))[1]).toEqual({ name: "2_unique", steps: 0, finished: null, logs: failure });

    const refusal = await migrate(url, [mug, unique]).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ message: "The migration 2_unique stopped halfway." });
    await client.query("DROP INDEX mug_size; DELETE FROM mug");
    await client.query("DELETE FROM _prisma_migrations WHERE migration_name = '2_unique'");
    expect(await migrate(url, [mug, unique])).toEqual(["2_unique"]);
  });
});

test("a migration that was edited after it was applied blocks later ones", async () => {
  await withEmptyDatabase(async ({ url, client }) => {
    await migrate(url, [mug]);
    const edited = { ...mug, sql: `${mug.sql}; -- edited` };
    await expect(migrate(url, [edited, index])).rejects.toThrow("a different version of 1_mug");
    expect(await history(client)).toHaveLength(1);
  });
});

test("a database of a newer version, as during a rollout, is left as it is", async () => {
  await withEmptyDatabase(async ({ url, client }) => {
    await migrate(url, [mug, index]);
    expect(await migrate(url, [mug])).toEqual([]);
    expect(await history(client)).toHaveLength(2);
  });
});

test("settings that a migration makes on its connection end with it", async () => {
  await withEmptyDatabase(async ({ url }) => {
    const dump = { name: "0_dump", sql: "SELECT pg_catalog.set_config('search_path', '', false)" };
    expect(await migrate(url, [dump, mug])).toEqual(["0_dump", "1_mug"]);
  });
});

test("Prisma's own engine continues where this runner stopped, and vice versa", async () => {
  await withEmptyDatabase(async ({ url }) => {
    const jug = { name: "2_jug", sql: "CREATE TABLE jug (id int)" };
    const bowl = { name: "3_bowl", sql: "CREATE TABLE bowl (id int)" };
    await migrate(url, [mug]);
    expect(await migrateByPrisma(url, [mug, jug])).toEqual({ edited: [], failed: [], applied: ["2_jug"] });
    expect(await migrate(url, [mug, jug, bowl])).toEqual(["3_bowl"]);
    expect(await migrateByPrisma(url, [mug, jug, bowl])).toEqual({ edited: [], failed: [], applied: [] });
  });
});

async function migrateByPrisma(url: string, migrations: Migration[]) {
  const migrationsList: MigrationList = {
    baseDir: "",
    lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"' },
    shadowDbInitScript: "",
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: "migration.sql", content: { tag: "ok", value: sql } },
    })),
  };
  const filters = { externalTables: [], externalEnums: [] };
  const schema = { path: "schema.prisma", content: 'datasource db { provider = "postgresql" }' };
  return withSchemaEngine(url, schema, async (engine) => {
    const { editedMigrationNames, failedMigrationNames } = await engine.diagnoseMigrationHistory({
      migrationsList,
      optInToShadowDatabase: false,
      filters,
    });
    const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters });
    return { edited: editedMigrationNames, failed: failedMigrationNames, applied: appliedMigrationNames };
  });
}
