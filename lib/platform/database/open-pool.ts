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
  return pool;
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
