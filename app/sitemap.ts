import type { MetadataRoute } from "next";
import { products } from "#lib/commerce/catalog/index.ts";
import { asNobody } from "#lib/platform/context.ts";
import { env } from "#lib/platform/env.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { cataloguePath } from "#lib/storefront/catalogue/catalogue-query.ts";

// Products are known at runtime, not at build time.
export const dynamic = "force-dynamic";

/** With the categories, below a sitemap's limit of 50,000. */
const most = 45_000;

/** The indexed pages: the catalogue, its categories, and every product. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const [categories, slugs] = await Promise.all([
    perform(products.listCategories, asNobody, {}),
    perform(products.listSlugs, asNobody, { limit: most }),
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
