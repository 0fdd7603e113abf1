import { expect, inject, test } from "vitest";
import { createDatabase, dropDatabase } from "#test/surroundings/database.ts";
import { databaseUrl } from "../postgres/url.ts";
import { withClient } from "../postgres/with-client.ts";
import { migrate } from "./migrate.ts";

const server = inject("testServerUrl");
const name = `locked_${crypto.randomUUID()}`;
const url = databaseUrl(server, name);
const mug = { name: "1_mug", sql: "CREATE TABLE mug (id int PRIMARY KEY)" };
const wider = { name: "2_wider", sql: "ALTER TABLE mug ADD COLUMN size text" };

test("while a backup reads a table its migration waits, and lets others read", async () => {
  await createDatabase(server, name);
  try {
    await migrate(url, [mug]);
    await withClient(url, async (backup) => {
      await backup.query("BEGIN; LOCK TABLE mug IN ACCESS SHARE MODE");
      const once = { lockMs: 50, pauseMs: 1, limitMs: 0 };
      await expect(migrate(url, [mug, wider], once)).rejects.toMatchObject({
        message: "The migration 2_wider found its tables in use, for example by a backup.",
        remedy:
          "Nothing has changed. Migrate again when they are free: pg_stat_activity shows who uses them.",
      });
      const migrated = migrate(url, [mug, wider], { lockMs: 50, pauseMs: 50, limitMs: 600_000 });
      // Without an end to the migration's waiting these would come back only after the backup.
      await withClient(url, async (reader) => {
        for (let count = 0; count < 20; count++) await reader.query("SELECT id FROM mug");
      });
      await backup.query("COMMIT");
      expect(await migrated).toEqual(["2_wider"]);
    });
    expect(await migrate(url, [mug, wider])).toEqual([]);
  } finally {
    await dropDatabase(server, name);
  }
});
