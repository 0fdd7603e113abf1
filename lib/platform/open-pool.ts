import pg from "pg";

/**
 * A pool that outlives lost connections. When the server ends one, its statement fails, and the pool replaces it.
 * Without listeners the event would also end the process, whether the connection is idle, lent or closing.
 */
export function openPool(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool(config);
  pool.on("error", ignore);
  pool.on("connect", (client) => client.on("error", ignore));
  return pool;
}

function ignore(): void {}
