import type { Context } from "#lib/platform/context.ts";
import { asNobody, inTransaction } from "#lib/platform/context.ts";
import type { Transaction } from "#lib/platform/database/db.ts";

type Looks = { name: string; scans: number; rows: number };

/** What a read did to some tables: which ones it scanned from end to end, and how many rows it read in total. */
export type Effort = { scanned: string[]; rows: number };

/**
 * Performs `read` in a transaction and reports what its real statements did to `tables`, as PostgreSQL counts it. It is
 * performed once before, because totals above 1,000 are counted only once a minute.
 */
export async function effortOf(
  tables: readonly string[],
  caller: Context,
  read: (ctx: Context) => Promise<unknown>,
): Promise<Effort> {
  await read(caller);
  return inTransaction(caller, (ctx) => effortIn(ctx.tx, tables, () => read(ctx)));
}

/** The same of statements that something has sent outside a transaction: they are sent again. */
export function effortOfSent(
  tables: readonly string[],
  sent: readonly { text: string; values: unknown[] }[],
): Promise<Effort> {
  return inTransaction(asNobody, ({ tx }) =>
    effortIn(tx, tables, async () => {
      for (const { text, values } of sent) await tx.$queryRawUnsafe(text, ...values);
    }),
  );
}

async function effortIn(
  tx: Transaction,
  tables: readonly string[],
  work: () => Promise<unknown>,
): Promise<Effort> {
  const before = await looksOf(tx, tables);
  await work();
  const after = await looksOf(tx, tables);
  const done = after.map(({ name, scans, rows }, at) => ({
    name,
    scans: scans - (before[at]?.scans ?? 0),
    rows: rows - (before[at]?.rows ?? 0),
  }));
  return {
    scanned: done.filter(({ scans }) => scans > 0).map(({ name }) => name),
    rows: done.reduce((sum, { rows }) => sum + rows, 0),
  };
}

function looksOf(tx: Transaction, tables: readonly string[]): Promise<Looks[]> {
  return tx.$queryRaw<Looks[]>`
    select relname as name, seq_scan::int as scans, (seq_tup_read + coalesce(idx_tup_fetch, 0))::int as rows
    from pg_stat_xact_user_tables where relname = any (${tables}) order by 1`;
}
