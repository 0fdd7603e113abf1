import { db, Prisma } from "#lib/platform/database/db.ts";

type Rows = Record<string, Record<string, unknown>[]>;
type Reference = { table: string; column: string };

/** Every column with a foreign key to a user. */
export function userReferences(): Promise<(Reference & { onDelete: string })[]> {
  return db.$queryRaw`
    select c.conrelid::regclass::text as "table", a.attname as "column",
      case c.confdeltype when 'c' then 'cascade' when 'r' then 'restrict' else c.confdeltype::text end as "onDelete"
    from pg_constraint c
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'f' and c.confrelid = '"user"'::regclass
    order by 1`;
}

/** All rows of a user by table, without empty tables. */
export async function rowsOf(userId: string): Promise<Rows> {
  const found: Rows = {};
  for (const { table, column } of await userReferences()) {
    const rows = await db.$queryRaw<{ row: Record<string, unknown> }[]>`
      select to_jsonb(t) as row from ${Prisma.raw(table)} t
      where ${Prisma.raw(column)} = ${userId}::uuid order by t.id`;
    if (rows.length > 0) found[unquoted(table)] = rows.map(({ row }) => row);
  }
  return found;
}

function unquoted(name: string): string {
  return name.replaceAll('"', "");
}
