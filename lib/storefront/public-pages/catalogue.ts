import { type Category, type Product, products as verbs } from "#lib/commerce/catalog/index.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { asShown } from "../catalogue/availability.ts";
import { type CatalogueQuery, readCatalogueQuery, type SearchParams } from "../catalogue/catalogue-query.ts";

const anybody = { actor: { type: "none" } } as const;

/** What a page of the catalogue shows. */
export type ShownCatalogue = {
  query: CatalogueQuery & { page: number };
  categories: Category[];
  products: Product[];
  /** The number of products on all its pages. */
  total: number;
};

/** Reads a page of the catalogue. */
export async function readCatalogue(params: SearchParams): Promise<ShownCatalogue> {
  const { query, filter } = readCatalogueQuery(params);
  const [categories, { products, total }] = await Promise.all([
    perform(verbs.listCategories, anybody, {}),
    perform(verbs.list, anybody, filter),
  ]);
  return { query, categories, products: products.map(asShown), total };
}
