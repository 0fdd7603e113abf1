import type * as z from "zod";
import type { Context } from "#lib/platform/context.ts";
import { type Prisma, send, sendPlannedAnew } from "./db.ts";

/**
 * The rows of a raw SQL statement, each validated by `row`; for frequent queries. Inside a transaction Prisma sends it,
 * because it holds the connection; otherwise `pg` does, at a third of the cost. Both read text, uuid, boolean, int4,
 * timestamptz, json and arrays alike; cast bigint and numeric in the statement. Make `row` once: a new schema costs
 * more than the parsing.
 */
export async function rowsOf<Row>(ctx: Context, sql: Prisma.Sql, row: z.ZodType<Row>): Promise<Row[]> {
  const rows = ctx.tx ? await ctx.tx.$queryRaw<unknown[]>(sql) : await send(sql);
  return rows.map((found) => row.parse(found));
}

/** The row of a statement that always gives exactly one, such as a select without a from clause. */
export async function onlyRowOf<Row>(ctx: Context, sql: Prisma.Sql, row: z.ZodType<Row>): Promise<Row> {
  const [found] = await rowsOf(ctx, sql, row);
  if (found === undefined) throw new Error("A statement that gives one row gave none");
  return found;
}

/**
 * The same as rowsOf for a statement whose best plan depends on its values, such as search words and the conditions of
 * a caller: PostgreSQL plans it for them each time.
 */
export async function rowsPlannedAnew<Row>(
  ctx: Context,
  sql: Prisma.Sql,
  row: z.ZodType<Row>,
): Promise<Row[]> {
  if (!ctx.tx) return (await sendPlannedAnew(sql)).map((found) => row.parse(found));
  await ctx.tx.$executeRaw`set local plan_cache_mode = force_custom_plan`;
  const rows = await ctx.tx.$queryRaw<unknown[]>(sql);
  return rows.map((found) => row.parse(found));
}
