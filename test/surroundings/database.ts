import { withClient } from "#scripts/postgres/with-client.ts";

/** Creates a database on the server at `url` as a copy of `template`. */
export async function createDatabase(url: string, name: string, template = "template0"): Promise<void> {
  await query(url, copying(name, template));
}

/**
 * Replaces a database by a new copy of `template`, unless it is one: nobody has connected to it since it was copied.
 */
export async function renewDatabase(url: string, name: string, template: string): Promise<void> {
  await withClient(url, async (client) => {
    const { rowCount } = await client.query(untouched, [name]);
    if (rowCount) return;
    await client.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
    await client.query(copying(name, template));
  });
}

// A session counts in `sessions` at the latest when it is no longer in pg_stat_activity.
const untouched = `
  SELECT 1 FROM pg_stat_database touched WHERE datname = $1 AND sessions = 0
    AND NOT EXISTS (SELECT 1 FROM pg_stat_activity live WHERE live.datid = touched.datid)`;

/** Copying files is cheaper than writing every page to the log, which is the default. */
function copying(name: string, template: string): string {
  return `CREATE DATABASE "${name}" TEMPLATE "${template}" STRATEGY FILE_COPY`;
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
