import { Prisma } from "./db.ts";

/** When an id was made: see madeAt in lib/platform/ids.ts. PostgreSQL has a function for it only since version 17. */
export function madeAtSql(id: Prisma.Sql): Prisma.Sql {
  const hex = Prisma.sql`lpad(left(replace(${id}::text, '-', ''), 12), 16, '0')`;
  return Prisma.sql`to_timestamp(('x' || ${hex})::bit(64)::bigint / 1000.0)`;
}
