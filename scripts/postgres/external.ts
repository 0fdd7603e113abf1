import { Client } from "pg";
import { messageOf, Problem } from "../process/problem.ts";
import { placeOf } from "./url.ts";

/**
 * Checks that the server at DATABASE_URL is reachable and supported.
 * @throws Problem that says what is missing and how to create it
 */
export async function checkServer(url: string): Promise<void> {
  const { server, database } = place(url);
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string }>(
      "SELECT current_setting('server_version_num') AS version",
    );
    const version = Math.floor(Number(rows[0]?.version) / 10_000);
    if (version >= 15) return;
    throw new Problem(`The server at ${server} is PostgreSQL ${version}.`, "Use PostgreSQL 15 or newer.");
  } catch (error) {
    if (error instanceof Problem) throw error;
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "3D000") {
      const { hostname, port, username } = new URL(url);
      throw new Problem(
        `There is no database "${database}" at ${server}.`,
        `Create it: createdb -h ${hostname} -p ${port || 5432} -U ${decodeURIComponent(username) || "postgres"} ${database}`,
      );
    }
    throw new Problem(
      `The PostgreSQL at ${server} cannot be used: ${messageOf(error)}.`,
      "Check DATABASE_URL. Without it, npm start uses the embedded PostgreSQL.",
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}

function place(url: string): { server: string; database: string } {
  try {
    return placeOf(url);
  } catch {
    throw new Problem(
      "DATABASE_URL is not a URL.",
      "Write it as postgresql://user:password@host:5432/database",
    );
  }
}
