import { expect, inject, test } from "vitest";
import { createDatabase, dropDatabase } from "#test/surroundings/database.ts";
import { databaseUrl } from "../postgres/url.ts";
import { migrate } from "./migrate.ts";
import { requireMigrated } from "./require-migrated.ts";

const server = inject("testServerUrl");
const mug = { name: "1_mug", sql: "CREATE TABLE mug (id int)" };
const command = "npm run db:migrate";
const jug = { name: "2_jug", sql: "CREATE TABLE jug (id int)" };

test("a database that lacks migrations is refused, with the first of them", async () => {
  const name = `require_${crypto.randomUUID()}`;
  await createDatabase(server, name);
  const url = databaseUrl(server, name);
  try {
    const missing = (what: string) => `The database is not migrated: it lacks ${what}.`;
    await expect(requireMigrated(url, [mug, jug], command)).rejects.toThrow(missing("1_mug and 1 more"));
    await migrate(url, [mug]);
    await expect(requireMigrated(url, [mug, jug], command)).rejects.toThrow(missing("2_jug"));
    await migrate(url, [mug, jug]);
    await requireMigrated(url, [mug, jug], command);
    // An older version of the shop works during the update to a newer one.
    await requireMigrated(url, [mug], command);
  } finally {
    await dropDatabase(server, name);
  }
});
