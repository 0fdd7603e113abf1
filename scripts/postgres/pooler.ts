import { Client } from "pg";
import { Problem } from "../process/problem.ts";
import { placeOf } from "./url.ts";

const rounds = 5;
const patienceMs = 2_000;

/** Whether `url` says that a pooler hands out PostgreSQL's connections for a transaction at a time. */
export function isDeclaredPooler(url: string): boolean {
  return new URL(url).searchParams.get("pgbouncer") === "true";
}

/**
 * Checks that DATABASE_URL says so if a pooler hands out PostgreSQL's connections for a transaction at a time: prepared
 * statements and settings would otherwise meet strangers' connections, now and then. A server that cannot be reached
 * passes.
 * @throws Problem with what to write
 */
export async function requireDeclaredPooler(url: string): Promise<void> {
  if (isDeclaredPooler(url)) return;
  if (!(await sharesConnections(url).catch(() => false))) return;
  throw new Problem(
    `At ${placeOf(url).server} is a pooler in transaction mode, such as PgBouncer, and DATABASE_URL does not say so.`,
    `Add ${new URL(url).search ? "&" : "?"}pgbouncer=true to DATABASE_URL, or use the pooler in session mode.`,
  );
}

/** Whether two clients, connected at the same time, get the same connection to PostgreSQL. */
async function sharesConnections(url: string): Promise<boolean> {
  const config = { connectionString: url, connectionTimeoutMillis: patienceMs, query_timeout: patienceMs };
  const clients = [new Client(config), new Client(config)] as const;
  const [one, other] = clients;
  for (const client of clients) client.on("error", () => undefined);
  try {
    await one.connect();
    const own = await backendOf(one);
    // PostgreSQL names its process to a client. A pooler names something else.
    if ((one as Client & { processID?: number }).processID === own) return false;
    await other.connect();
    for (let round = 0; round < rounds; round++) {
      if ((await backendOf(other)) === own || (await backendOf(one)) !== own) return true;
    }
    return false;
  } finally {
    await Promise.allSettled(clients.map((client) => client.end()));
  }
}

async function backendOf(client: Client): Promise<number> {
  const { rows } = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
  return rows[0]?.pid ?? 0;
}
