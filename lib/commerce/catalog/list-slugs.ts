import { type Context, database } from "#lib/platform/context.ts";

/** The slugs of the first `limit` published products, in catalogue order. */
export function listSlugs(
  ctx: Context,
  { limit }: { limit: number },
): Promise<{ slug: string; updatedAt: Date }[]> {
  return database(ctx).product.findMany({
    where: { published: true },
    select: { slug: true, updatedAt: true },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    take: limit,
  });
}
