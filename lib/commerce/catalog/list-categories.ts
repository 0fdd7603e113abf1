import { type Context, database } from "#lib/platform/context.ts";

export type Category = { slug: string; name: string };

/** All categories in display order. */
export async function listCategories(ctx: Context): Promise<Category[]> {
  return database(ctx).category.findMany({
    select: { slug: true, name: true },
    orderBy: { position: "asc" },
  });
}
