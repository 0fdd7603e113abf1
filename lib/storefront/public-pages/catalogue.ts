import { type Category, type Product, products as verbs } from "#lib/commerce/catalog/index.ts";
import { asNobody } from "#lib/platform/context.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { asShown } from "../catalogue/availability.ts";
import { type CatalogueQuery, readCatalogueQuery, type SearchParams } from "../catalogue/catalogue-query.ts";

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
    perform(verbs.listCategories, asNobody, {}),
    perform(verbs.list, asNobody, filter),
  ]);
  return { query, categories, products: products.map(asShown), total };
}
