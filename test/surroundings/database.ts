import { withClient } from "#scripts/postgres/with-client.ts";

/** Creates a database on the server at `url` as a copy of `template`. */
export async function createDatabase(url: string, name: string, template = "template0"): Promise<void> {
  await query(url, `CREATE DATABASE "${name}" TEMPLATE "${template}"`);
}

/** Drops a database if it exists, even with open connections. */
export async function dropDatabase(url: string, name: string): Promise<void> {
  await query(url, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
}

/** Drops every database whose name starts like this. */
export async function dropDatabases(url: string, prefix: string): Promise<void> {
  const rows = await query(url, `SELECT datname FROM pg_database WHERE starts_with(datname, '${prefix}')`);
  for (const { datname } of rows) await dropDatabase(url, datname);
}

async function query(url: string, sql: string): Promise<{ datname: string }[]> {
  return withClient(url, async (client) => (await client.query<{ datname: string }>(sql)).rows);
}
