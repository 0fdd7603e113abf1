import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, inject, test } from "vitest";
import { createDatabase, dropDatabase } from "#test/surroundings/database.ts";
import { databaseUrl } from "../postgres/url.ts";
import { root } from "../state/folder.ts";

const server = inject("testServerUrl");

test.each([
  ["payments", []],
  ["erase", ["guest@example.com"]],
])("npm run %s says that the database is not migrated, and how to do that", async (program, args) => {
  const name = `operate_${crypto.randomUUID()}`;
  await createDatabase(server, name);
  const env = { ...process.env, DATABASE_URL: databaseUrl(server, name) };
  const run = promisify(execFile)(process.execPath, [join(root, `scripts/${program}.ts`), ...args], { env });
  try {
    await expect(run).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(
        /^The database is not migrated: it lacks \w+ and \d+ more\.\nRun npm run db:migrate first\.\n$/,
      ),
    });
  } finally {
    await dropDatabase(server, name);
  }
});
