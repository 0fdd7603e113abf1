import * as z from "zod";
import { anybody, verb } from "#lib/platform/verb/index.ts";
import { searchProjections } from "./search.ts";
import type { View } from "./view.ts";

/** What only this dialect asks of the catalogue: products and facets at once, in the words of its query. */
export const projections = {
  search: verb(
    {
      name: "commercetools.search-products",
      who: anybody,
      takes: z.object({ query: z.instanceof(URLSearchParams), view: z.custom<View>() }),
      throws: ["validation_failed"],
      limits: { none: "only reads what everybody may" },
    },
    (ctx, { query, view }) => searchProjections(ctx, query, view),
  ),
};
