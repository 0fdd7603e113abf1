import * as z from "zod";
import { anybody, verb } from "#lib/platform/verb/index.ts";
import { searchProjections } from "./search.ts";
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
};
