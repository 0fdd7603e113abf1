import { Client } from "pg";
import { expect, inject, test } from "vitest";
import { createDatabase, dropDatabase } from "#test/surroundings/database.ts";
import { migrate, pendingChange } from "./migrations/commands.ts";
import { readMigrations } from "./migrations/folder.ts";
import { databaseUrl } from "./postgres/url.ts";

const server = inject("testServerUrl");

async function withEmptyDatabase(work: (url: string) => Promise<void>): Promise<void> {
  const name = `empty_${crypto.randomUUID()}`;
  await createDatabase(server, name);
  try {
    await work(databaseUrl(server, name));
  } finally {
    await dropDatabase(server, name);
  }
}

test("the migrations lead to the schema: otherwise run npm run db:new", async () => {
  expect(await pendingChange(server)).toBeNull();
});

test("two processes may migrate at once", async () => {
  await withEmptyDatabase(async (url) => {
    const applied = await Promise.all([migrate(url), migrate(url)]);
    expect(applied.flat().sort()).toEqual(readMigrations().migrationDirectories.map(({ path }) => path));
    expect(await migrate(url)).toEqual([]);
  });
});

test("a migration that was edited after it was applied stops the next one", async () => {
  await withEmptyDatabase(async (url) => {
    const [first] = await migrate(url);
    const client = new Client({ connectionString: url });
    await client.connect();
    await client.query("UPDATE _prisma_migrations SET checksum = 'other' WHERE migration_name = $1", [first]);
    await client.end();
    await expect(migrate(url)).rejects.toThrow(`another version of ${first}`);
  });
});
