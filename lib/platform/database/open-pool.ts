import { Socket } from "node:net";
import pg from "pg";

/** Longer than any statement of the shop. */
const longestSilenceMs = 30_000;

/** How long a request waits for a connection while the database does not answer, or all of them are busy. */
const longestWaitMs = 10_000;

/**
 * A pool that outlives lost connections. When the server ends one, its statement fails, and the pool replaces it.
 * Without listeners the event would also end the process, whether the connection is idle, lent or closing.
 */
export function openPool(config: pg.PoolConfig, silenceMs?: number): pg.Pool {
  const pool = new pg.Pool({
    connectionTimeoutMillis: longestWaitMs,
    stream: () => attentiveSocket(silenceMs),
    ...config,
  });
  pool.on("error", ignore);
  pool.on("connect", (client) => client.on("error", ignore));
  // The pool replaces a connection that has ended.
  pool.on("release", (_error, client) => {
    if (readOnly.has(client)) void client.end().catch(ignore);
  });
  return pool;
}

/** Connections to a server that only reads. */
const readOnly = new WeakSet<pg.ClientBase>();

/**
 * Sends `settings`, one statement or several, on a new connection. During a failover the address of the database may
 * still lead to a server that only reads: the connection is then used once, because a busy pool would keep it for good.
 */
export async function setUp(client: pg.ClientBase, settings: string): Promise<void> {
  const results: unknown = await client.query(`${settings}; show transaction_read_only`);
  const last = Array.isArray(results) && results.at(-1)?.rows[0];
  if (last?.transaction_read_only === "on") readOnly.add(client);
}

/**
 * A socket for a connection to the database that closes when nothing has been heard for too long. If a server vanishes
 * without a word (a failover, a cut cable), the system would wait a quarter of an hour for the answer to a statement.
 * The pools close idle connections much sooner.
 */
export function attentiveSocket(silenceMs: number = longestSilenceMs): Socket {
  const socket = new Socket();
  socket.setTimeout(silenceMs, () => socket.destroy());
  return socket;
}

function ignore(): void {}
