import * as z from "zod";
import type { Context } from "#lib/platform/context.ts";
import { Prisma } from "#lib/platform/database/db.ts";
import { rowsOf } from "#lib/platform/database/rows.ts";

const category = z.object({ slug: z.string(), name: z.string() });
export type Category = z.output<typeof category>;

/** All categories in display order. */
export function listCategories(ctx: Context): Promise<Category[]> {
  return rowsOf(ctx, Prisma.sql`select slug, name from category order by position`, category);
}
