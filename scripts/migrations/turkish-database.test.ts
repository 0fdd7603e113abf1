import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { normalizeEmail } from "#lib/platform/email-address.ts";
import { dropDatabase } from "#test/surroundings/database.ts";
import { databaseUrl } from "../postgres/url.ts";
import { withClient } from "../postgres/with-client.ts";
import { migrate } from "./migrate.ts";

// Where lower('I') is 'ı'.
const server = inject("testServerUrl");
const name = `turkish_${crypto.randomUUID()}`;
const url = databaseUrl(server, name);

beforeAll(async () => {
  await withClient(server, (client) =>
    client.query(
      `CREATE DATABASE "${name}" TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'tr-TR' LOCALE 'C'`,
    ),
  );
  await migrate(url);
});
afterAll(() => dropDatabase(server, name));

test.each(["order", "cart"])("the address of an %s ignores case as it does everywhere", async (table) => {
  const typed = "Info.I@EXAMPLE.COM";
  await withClient(url, async (client) => {
    await client.query(`create temp table typed as select email from "${table}"`);
    await client.query("insert into typed values ($1)", [typed]);
    const { rows } = await client.query(
      "select lower('I') as turkish, lower(trim(email)) as email from typed",
    );
    expect(rows).toEqual([{ turkish: "ı", email: normalizeEmail(typed) }]);
  });
});
