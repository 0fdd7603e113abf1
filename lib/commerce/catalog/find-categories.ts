import { type Context, database } from "#lib/platform/context.ts";

/** The categories with these ids, unordered; unknown ids are left out. */
export async function findCategories(
  ctx: Context,
  ids: readonly string[],
): Promise<{ id: string; slug: string; name: string; position: number }[]> {
  return database(ctx).category.findMany({
    select: { id: true, slug: true, name: true, position: true },
    where: { id: { in: [...ids] } },
  });
}
