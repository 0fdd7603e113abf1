import { type Context, database } from "#lib/platform/context.ts";

/** The published products for a list of addresses, the first `limit` of them in the order of the catalogue. */
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
