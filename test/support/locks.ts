import { db, Prisma, type Transaction } from "#lib/platform/database/db.ts";
import { until } from "./until.ts";

/**
 * Runs `call` while a cart's row is locked, waits until the call blocks on the lock, runs `meanwhile` in the
 * transaction that holds it, and releases it: a deterministic race between reading a cart and placing it.
 */
export function interleave<T>(
  cartId: string,
  call: () => Promise<T>,
  meanwhile: (tx: Transaction) => Promise<void>,
): Promise<T> {
  return interleaveAt(Prisma.sql`cart where id = ${cartId}::uuid`, call, meanwhile);
}

/** The same for any row: `row` follows "from". */
export async function interleaveAt<T>(
  row: Prisma.Sql,
  call: () => Promise<T>,
  meanwhile: (tx: Transaction) => Promise<void>,
): Promise<T> {
  const { running } = await db.$transaction(async (tx) => {
    const [holder] = await tx.$queryRaw<{ pid: number }[]>`
      select pg_backend_pid() as pid from ${row} for update`;
    const running = call();
    await until(() => someoneWaitsFor(holder?.pid));
    await meanwhile(tx);
    return { running };
  });
  return running;
}

async function someoneWaitsFor(pid: number | undefined): Promise<boolean> {
  const waiting = await db.$queryRaw<unknown[]>`
    select 1 from pg_stat_activity where ${pid} = any (pg_blocking_pids(pid))`;
  return waiting.length > 0;
}
