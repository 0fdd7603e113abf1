import type { Client } from "pg";
import { Problem } from "../process/problem.ts";

type Settings = {
  version: number;
  database: string;
  role: string;
  encoding: string;
  dateStyle: string;
  conformingStrings: string;
  timeZone: string;
  isUtc: boolean;
  schema: string | null;
  ready: boolean;
  hasTrigrams: boolean;
  hasIcu: boolean;
};

// A role without the rights to create may run a shop that another one migrates.
const settings = `SELECT current_setting('server_version_num')::int / 10000 AS version,
  quote_ident(current_database()) AS database, quote_ident(current_user) AS role,
  current_setting('server_encoding') AS encoding, current_setting('DateStyle') AS "dateStyle",
  current_setting('standard_conforming_strings') AS "conformingStrings", current_schema() AS schema,
  current_setting('TimeZone') AS "timeZone", extract(timezone from timestamptz '2026-01-01 00:00Z') = 0
    AND extract(timezone from timestamptz '2026-07-01 00:00Z') = 0 AS "isUtc",
  to_regclass('public._prisma_migrations') IS NOT NULL OR (has_database_privilege(current_database(), 'CREATE')
    AND (SELECT has_schema_privilege(oid, 'CREATE') FROM pg_namespace WHERE nspname = 'public')) AS ready,
  EXISTS (SELECT 1 FROM pg_available_extensions WHERE name = 'pg_trgm') AS "hasTrigrams",
  to_regcollation('pg_catalog."und-x-icu"') IS NOT NULL AS "hasIcu"`;

/**
 * Checks that the shop can use the database: its version, encoding, settings, and the role's rights. Behind a `pooler`
 * that shares connections, more settings have to be right, because the shop does not set them itself there.
 * @throws Problem that says what is missing and how to change it
 */
export async function requireSuitable(client: Client, server: string, pooler: boolean): Promise<void> {
  const { rows } = await client.query<Settings>(settings);
  for (const found of rows) {
    const [what, remedy] = faultOf(found, server, pooler) ?? [];
    if (what && remedy) throw new Problem(what, remedy);
  }
}

function faultOf(found: Settings, server: string, pooler: boolean): [what: string, remedy: string] | null {
  const { version, database, role, encoding, dateStyle, conformingStrings, schema } = found;
  const set = (setting: string) =>
    `Set it for the shop: ALTER ROLE ${role} IN DATABASE ${database} SET ${setting}`;
  if (version < 15)
    return [`The server at ${server} is PostgreSQL ${version}.`, "Use PostgreSQL 15 or newer."];
  if (encoding !== "UTF8")
    return [
      `The database ${database} is encoded in ${encoding}, which does not hold every name.`,
      `Create one in UTF-8: CREATE DATABASE … TEMPLATE template0 ENCODING 'UTF8' OWNER ${role}`,
    ];
  if (!dateStyle.startsWith("ISO"))
    return [`The database ${database} writes dates as "${dateStyle}".`, set("DateStyle = 'ISO'")];
  if (conformingStrings !== "on")
    return [`The database ${database} has non-standard strings.`, set("standard_conforming_strings = on")];
  if (pooler && !found.isUtc)
    return [
      `The database ${database} writes times in the zone ${found.timeZone}, and behind PgBouncer the shop cannot change that.`,
      set("TimeZone = 'UTC'"),
    ];
  if (!found.ready)
    return [
      `The role ${role} may not create tables in the database ${database}.`,
      `Make it the owner: ALTER DATABASE ${database} OWNER TO ${role}`,
    ];
  if (schema !== "public")
    return [
      `The database ${database} would create tables in the schema ${schema ?? "(none)"} instead of public.`,
      set("search_path = public"),
    ];
  if (!found.hasTrigrams)
    return [`The server at ${server} lacks the extension pg_trgm.`, "Install PostgreSQL's contrib package."];
  if (!found.hasIcu)
    return [
      `The database ${database} lacks the ICU collation und-x-icu, by which searches ignore case.`,
      "Use a PostgreSQL that is built with ICU, as its official packages are.",
    ];
  return null;
}
