import { PrismaPg } from "@prisma/adapter-pg";
import type { SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import { Pool } from "pg";
import { databaseUrl } from "../postgres/url.ts";
import { withClient } from "../postgres/with-client.ts";
import { readCatalogChars } from "./catalog-chars.ts";

/** The driver adapter of the schema engine. */
type MigrationAdapter = {
  factory: SqlMigrationAwareDriverAdapterFactory;
  /** Closes all connections. */
  close(): Promise<void>;
};

/**
 * The driver adapter for the schema engine. Prisma's own cannot be used as it is: it splits scripts at every semicolon,
 * even inside comments and function bodies, and if the database is given as a URL its shadow database is the real one.
 */
export function migrationAdapter(url: string): MigrationAdapter {
  const opened: SqlDriverAdapter[] = [];
  const open = async (address: string, afterwards?: () => Promise<void>) => {
    const adapter = await connect(address, afterwards);
    opened.push(adapter);
    return adapter;
  };
  return {
    factory: {
      provider: "postgres",
      adapterName: "@prisma/adapter-pg",
      connect: () => open(url),
      connectToShadowDb: async () => {
        const name = `shadow_${crypto.randomUUID()}`;
        await run(url, `CREATE DATABASE "${name}" TEMPLATE template0`);
        return open(databaseUrl(url, name), () => run(url, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`));
      },
    },
    // The engine does not dispose of its adapters.
    close: async () => {
      await Promise.all(opened.map((adapter) => adapter.dispose()));
    },
  };
}

async function connect(url: string, afterwards?: () => Promise<void>): Promise<SqlDriverAdapter> {
  const pool = new Pool({ connectionString: url, max: 1 });
  const adapter = await new PrismaPg(pool).connect();
  readCatalogChars(pool, adapter);
  adapter.executeScript = async (script) => {
    // Without arguments this is one simple query, so the server runs the whole script in one transaction.
    await adapter.executeRaw({ sql: script, args: [], argTypes: [] });
  };
  adapter.dispose = async () => {
    if (pool.ended) return;
    await pool.end();
    await afterwards?.();
  };
  return adapter;
}

async function run(url: string, sql: string): Promise<void> {
  await withClient(url, (client) => client.query(sql));
}
