import type * as z from "zod";
import { productFilter } from "#lib/commerce/catalog/index.ts";
import { line } from "#lib/platform/text.ts";

export type SearchParams = Record<string, string | string[] | undefined>;
export type CatalogueQuery = { search?: string | undefined; category?: string | undefined; page?: number };
export type CatalogueFilter = z.output<typeof productFilter>;

const perPage = 24;
const searchWords = line(100);

/** Parses a catalogue URL. Invalid parts are ignored. */
export function readCatalogueQuery(params: SearchParams): {
  query: CatalogueQuery & { page: number };
  filter: CatalogueFilter;
} {
  const search = searchWords.safeParse(params.search).data;
  const category = searchWords.safeParse(params.category).data;
  const page = Math.min(400, Math.max(1, Math.trunc(Number(params.page)) || 1));
  const filter = productFilter.parse({ search, category, limit: perPage, offset: (page - 1) * perPage });
  return { query: { search, category, page }, filter };
}

/** The pages for so many products: one, even for none. */
export function pageCount(total: number): number {
  return Math.max(1, Math.ceil(total / perPage));
}

/** The URL of this part of the catalogue. */
export function cataloguePath({ search, category, page = 1 }: CatalogueQuery): string {
  const params = new URLSearchParams();
  if (search) params.set("search", search);
  if (category) params.set("category", category);
  if (page > 1) params.set("page", String(page));
  return params.size > 0 ? `/?${params}` : "/";
}
