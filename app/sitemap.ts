import type { MetadataRoute } from "next";
import { products } from "#lib/commerce/catalog/index.ts";
import { env } from "#lib/platform/env.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { cataloguePath } from "#lib/storefront/catalogue-query.ts";

// The goods are known when the shop runs, not when it is built.
export const dynamic = "force-dynamic";

/** Fewer than the 50,000 that one sitemap may hold, together with the categories. */
const most = 45_000;
const anybody = { actor: { type: "none" } } as const;

/** The pages that may be found: the catalogue, its categories, and every product. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const [categories, slugs] = await Promise.all([
    perform(products.listCategories, anybody, {}),
    perform(products.listSlugs, anybody, { limit: most }),
  ]);
  const at = (path: string) => `${env.STOREFRONT_URL}${path}`;
  return [
    { url: at("/") },
    ...categories.slice(0, 1_000).map(({ slug }) => ({ url: at(cataloguePath({ category: slug })) })),
    ...slugs.map(({ slug, updatedAt }) => ({
      url: at(`/products/${encodeURIComponent(slug)}`),
      lastModified: updatedAt,
    })),
  ];
}
