import type { Pool } from "pg";
import type { Operation } from "./load.ts";

export type Statements = {
  statements: number;
  transactions: number;
  texts: { query: string; calls: number }[];
};

/** The statements of one operation, counted by pg_stat_statements over `times` operations without other load. */
export async function countStatements(pool: Pool, operation: Operation, times: number): Promise<Statements> {
  await pool.query("select pg_stat_statements_reset()");
  for (let index = 0; index < times; index++) await operation(0);
  const { rows } = await pool.query<{ query: string; calls: number }>(
    "select query, calls::int from pg_stat_statements where query not like '%pg_stat_statements%' order by calls desc, query",
  );
  // Maintenance during that time is far rarer than once per operation.
  const texts = rows
    .filter((row) => row.calls >= times / 2)
    .map(({ query, calls }) => ({ query, calls: calls / times }));
  const isBracket = ({ query }: { query: string }) => /^(begin|commit|rollback)/i.test(query);
  const sum = (list: typeof texts) =>
    Math.round(list.reduce((total, { calls }) => total + calls, 0) * 10) / 10;
  return {
    statements: sum(texts.filter((text) => !isBracket(text))),
    transactions: sum(texts.filter(isBracket)),
    texts,
  };
}
