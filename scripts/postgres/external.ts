import { Client } from "pg";
import { messageOf, Problem } from "../process/problem.ts";
import { isDeclaredPooler, requireDeclaredPooler } from "./pooler.ts";
import { requireSuitable } from "./suitable.ts";
import { placeOf } from "./url.ts";

/**
 * Checks that the database at DATABASE_URL is reachable and suits the shop, and that a pooler is declared.
 * @throws Problem that says what is missing and how to create it
 */
export async function checkServer(url: string): Promise<void> {
  const { server, database } = place(url);
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    await requireSuitable(client, server, isDeclaredPooler(url));
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
      "Check DATABASE_URL, and that the server runs and lets this user in.",
    );
  } finally {
    await client.end().catch(() => undefined);
  }
  await requireDeclaredPooler(url);
}

function place(url: string): { server: string; database: string } {
  try {
    return placeOf(url);
  } catch {
    throw new Problem(
      "DATABASE_URL is not a URL.",
      "Write it as postgresql://user:password@host:5432/database, with # in the password as %23 and / as %2F.",
    );
  }
}
