import { Client } from "pg";

/** Creates a database on the server at `url`, as a copy of `template` when one is named. */
export async function createDatabase(url: string, name: string, template = "template0"): Promise<void> {
  await query(url, `CREATE DATABASE "${name}" TEMPLATE "${template}"`);
}

/** Drops a database, whoever is connected; fine when there is none. */
export async function dropDatabase(url: string, name: string): Promise<void> {
  await query(url, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
}

async function query(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
