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

test("a product is found by its words in lower case, as everywhere", async () => {
  await withClient(url, async (client) => {
    await client.query(`insert into category (id, slug, name) values (gen_random_uuid(), 'isi', 'ISI')`);
    await client.query(
      `insert into product (id, slug, name, description, image, image_alt, category_id, updated_at)
       select gen_random_uuid(), 'iron', 'Big IRON Pot', 'With a LID. ÖL', '', '', id, now() from category`,
    );
    const { rows } = await client.query("select search_text from product");
    expect(rows).toEqual([{ search_text: " big iron pot\n isi\n with a lid. öl\n " }]);
  });
});
