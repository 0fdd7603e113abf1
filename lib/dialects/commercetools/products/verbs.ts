import * as z from "zod";
import { anybody, verb } from "#lib/platform/verb/index.ts";
import type { ProductSearch } from "./product-search/schemas.ts";
import { searchProducts } from "./product-search/search.ts";
import { searchProjections } from "./search.ts";
import { suggestKeywords } from "./suggest.ts";
import type { View } from "./view.ts";

/** Catalogue operations that only this dialect has: products with facets, by its own query language. */
export const projections = {
  search: verb(
    {
      name: "commercetools.search-products",
      who: anybody,
      takes: z.object({ query: z.instanceof(URLSearchParams), view: z.custom<View>() }),
      throws: ["validation_failed"],
      limits: { none: "only reads public data" },
    },
    (ctx, { query, view }) => searchProjections(ctx, query, view),
  ),
  searchProducts: verb(
    {
      name: "commercetools.product-search",
      who: anybody,
      takes: z.object({ asked: z.custom<ProductSearch>(), view: z.custom<View>() }),
      throws: ["validation_failed"],
      limits: { none: "only reads public data" },
    },
    (ctx, { asked, view }) => searchProducts(ctx, asked, view),
  ),
  suggest: verb(
    {
      name: "commercetools.suggest-keywords",
      who: anybody,
      takes: z.instanceof(URLSearchParams),
      throws: ["validation_failed"],
      limits: { none: "only tells what products never have" },
    },
    (_ctx, query) => suggestKeywords(query),
  ),
};
