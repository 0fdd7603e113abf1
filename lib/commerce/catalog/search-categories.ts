import { type Context, database } from "#lib/platform/context.ts";
import { Prisma } from "#lib/platform/db.ts";
import type { FieldList, Listing } from "#lib/platform/filter/index.ts";

export type ListedCategory = { id: string; slug: string; name: string; position: number };

/** The filterable fields of categories. */
export const categoryFields = {
  id: { type: "uuid", sql: Prisma.sql`c.id` },
  slug: { type: "string", sql: Prisma.sql`c.slug` },
  name: { type: "string", sql: Prisma.sql`c.name` },
  position: { type: "number", sql: Prisma.sql`c.position` },
} satisfies FieldList;

/** A page of categories. `total` counts all pages, if requested. */
export async function searchCategories(
  ctx: Context,
  { where, orderBy, limit, offset, withTotal }: Listing,
): Promise<{ categories: ListedCategory[]; total?: number }> {
  const categories = await database(ctx).$queryRaw<ListedCategory[]>`
    select id, slug, name, position from category c
    where ${where} order by ${orderBy} limit ${limit} offset ${offset}`;
  if (!withTotal) return { categories };
  const [row] = await database(ctx).$queryRaw<{ total: number }[]>`
    select count(*)::int as total from category c where ${where}`;
  return { categories, total: row?.total ?? 0 };
}
