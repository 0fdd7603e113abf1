import type * as z from "zod";
import type { Context } from "#lib/platform/context.ts";
import { type Prisma, send } from "#lib/platform/db.ts";

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
