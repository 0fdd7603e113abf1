import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { createDatabase, dropDatabase } from "#test/surroundings/database.ts";
import { checkServer } from "./external.ts";
import { databaseUrl } from "./url.ts";
import { withClient } from "./with-client.ts";

const server = inject("testServerUrl");
const name = `odd ${crypto.randomUUID()}`;
const url = databaseUrl(server, name);
const owner = decodeURIComponent(new URL(server).username);
const tenant = `tenant_${crypto.randomUUID().replaceAll("-", "")}`;
const ask = (sql: string) => withClient(server, (client) => client.query(sql));

/** The URL of the same database for a role that owns nothing. */
function asTenant(): string {
  const address = new URL(url);
  address.username = tenant;
  address.password = "secret";
  return address.href;
}

beforeAll(async () => {
  await createDatabase(server, name);
  await ask(`CREATE ROLE ${tenant} LOGIN PASSWORD 'secret'`);
});
afterAll(async () => {
  await dropDatabase(server, name);
  await ask(`DROP ROLE ${tenant}`);
});

test("a new database suits", () => checkServer(url));

test.each([
  ["DateStyle", "SQL, DMY", `The database "${name}" writes dates as "SQL, DMY".`, "DateStyle = 'ISO'"],
  [
    "standard_conforming_strings",
    "off",
    `The database "${name}" has non-standard strings.`,
    "standard_conforming_strings = on",
  ],
  [
    "search_path",
    "pg_catalog",
    `The database "${name}" would create tables in the schema pg_catalog instead of public.`,
    "search_path = public",
  ],
])(
  "a database with another %s is refused, with the statement that fixes it",
  async (setting, value, message, remedy) => {
    await ask(
      `ALTER DATABASE "${name}" SET ${setting} = ${setting === "search_path" ? value : `'${value}'`}`,
    );
    const fix = `ALTER ROLE ${owner} IN DATABASE "${name}" SET ${remedy}`;
    await expect(checkServer(url)).rejects.toMatchObject({ message, remedy: `Set it for the shop: ${fix}` });
    await ask(fix);
    await checkServer(url);
    await ask(`ALTER DATABASE "${name}" RESET ${setting}`);
    await ask(`ALTER ROLE ${owner} IN DATABASE "${name}" RESET ${setting}`);
  },
);

test("a database in another time zone suits, but not behind PgBouncer, where the shop cannot set it", async () => {
  const pooled = `${url}?pgbouncer=true`;
  await checkServer(pooled);
  await ask(`ALTER DATABASE "${name}" SET timezone = 'Europe/London'`);
  await checkServer(url);
  const fix = `ALTER ROLE ${owner} IN DATABASE "${name}" SET TimeZone = 'UTC'`;
  await expect(checkServer(pooled)).rejects.toMatchObject({
    message: `The database "${name}" writes times in the zone Europe/London, and behind PgBouncer the shop cannot change that.`,
    remedy: `Set it for the shop: ${fix}`,
  });
  await ask(fix);
  await checkServer(pooled);
  await ask(`ALTER DATABASE "${name}" RESET timezone`);
  await ask(`ALTER ROLE ${owner} IN DATABASE "${name}" RESET timezone`);
});

test("a role that may not create tables is refused, unless somebody else has", async () => {
  const fix = `ALTER DATABASE "${name}" OWNER TO ${tenant}`;
  await expect(checkServer(asTenant())).rejects.toMatchObject({
    message: `The role ${tenant} may not create tables in the database "${name}".`,
    remedy: `Make it the owner: ${fix}`,
  });
  await withClient(url, (client) => client.query("CREATE TABLE _prisma_migrations ()"));
  await checkServer(asTenant());
  await withClient(url, (client) => client.query("DROP TABLE _prisma_migrations"));
  await ask(fix);
  await checkServer(asTenant());
});

test("a database in another encoding is refused", async () => {
  const latin = `latin_${crypto.randomUUID()}`;
  await ask(
    `CREATE DATABASE "${latin}" TEMPLATE template0 ENCODING 'LATIN1' LOCALE_PROVIDER libc LOCALE 'C'`,
  );
  try {
    await expect(checkServer(databaseUrl(server, latin))).rejects.toMatchObject({
      message: `The database "${latin}" is encoded in LATIN1, which does not hold every name.`,
      remedy: `Create one in UTF-8: CREATE DATABASE … TEMPLATE template0 ENCODING 'UTF8' OWNER ${owner}`,
    });
  } finally {
    await dropDatabase(server, latin);
  }
});

test("a database without ICU's collations is refused", async () => {
  const plain = `plain_${crypto.randomUUID()}`;
  await createDatabase(server, plain);
  try {
    await withClient(databaseUrl(server, plain), (client) =>
      client.query("SET allow_system_table_mods = on; DELETE FROM pg_collation WHERE collname = 'und-x-icu'"),
    );
    await expect(checkServer(databaseUrl(server, plain))).rejects.toMatchObject({
      message: `The database "${plain}" lacks the ICU collation und-x-icu, by which searches ignore case.`,
    });
  } finally {
    await dropDatabase(server, plain);
  }
});
