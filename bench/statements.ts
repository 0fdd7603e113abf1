import type { Pool } from "pg";

type Counted = { query: string; calls: number; ms: number };

/**
 * The statements that were sent to PostgreSQL since `resetStatements`, apart from these two, and from those by which it
 * checks foreign keys itself.
 */
export async function readStatements(pool: Pool): Promise<Counted[]> {
  const { rows } = await pool.query<Counted>(
    `select query, calls::int, total_exec_time + total_plan_time as ms from pg_stat_statements
     where query not like '%pg_stat_statements%' and query not like 'SELECT 1 FROM ONLY%' order by calls desc, query`,
  );
  return rows;
}

export async function resetStatements(pool: Pool): Promise<void> {
  await pool.query("select pg_stat_statements_reset()");
}

/** How many statements that is, transactions' brackets included, and what they took in PostgreSQL. */
export function sumOf(statements: readonly Counted[]): { calls: number; ms: number } {
  return {
    calls: statements.reduce((sum, { calls }) => sum + calls, 0),
    ms: statements.reduce((sum, { ms }) => sum + ms, 0),
  };
}

/** The statements, the most frequent first, for a reader who looks for superfluous ones. */
export function listing(statements: readonly Counted[], times: number): string {
  return statements
    .filter(({ calls }) => calls >= times / 20)
    .map(({ query, calls, ms }) => {
      return `${(calls / times).toFixed(2)} × ${(ms / calls).toFixed(3)} ms ${query.replace(/\s+/g, " ").slice(0, 130)}`;
    })
    .join("\n");
}
