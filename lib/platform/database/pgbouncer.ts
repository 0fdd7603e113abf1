import { env } from "#lib/platform/env.ts";

/**
 * PgBouncer in transaction mode may change the server connection between two statements. Nothing can then be kept on a
 * connection: no named statement, no setting, and no LISTEN.
 */
export const behindPgBouncer: boolean = new URL(env.DATABASE_URL).searchParams.get("pgbouncer") === "true";
