import * as z from "zod";
import type { Context } from "#lib/platform/context.ts";
import { countRows } from "#lib/platform/database/counts.ts";
import { Prisma } from "#lib/platform/database/db.ts";
import { rowsPlannedAnew } from "#lib/platform/database/rows.ts";
import type { FieldList, Listing } from "#lib/platform/filter/index.ts";

const listedCategory = z.object({ id: z.string(), slug: z.string(), name: z.string(), position: z.int() });
export type ListedCategory = z.output<typeof listedCategory>;

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
  const categories = await rowsPlannedAnew(
    ctx,
    Prisma.sql`select id, slug, name, position from category c
      where ${where} order by ${orderBy} limit ${limit} offset ${offset}`,
    listedCategory,
  );
  return withTotal
    ? { categories, total: await countRows(ctx, Prisma.sql`category c where ${where}`) }
    : { categories };
}
