import * as z from "zod";
import type { Listing } from "#lib/platform/filter/index.ts";
import { anybody, verb } from "#lib/platform/verb/index.ts";
import { listOptionNames } from "./facets.ts";
import { findProducts, type ProductQuery } from "./find-products.ts";
import { getProduct } from "./get-product.ts";
import { listCategories } from "./list-categories.ts";
import { listProducts } from "./list-products.ts";
import { listSlugs } from "./list-slugs.ts";
import { productFilter, productHandle } from "./schemas.ts";
import { searchCategories } from "./search-categories.ts";

const reads = { who: anybody, limits: { none: "only reads public data" } } as const;

/** The public operations of the catalogue. */
export const products = {
  list: verb({ ...reads, name: "products.list", takes: productFilter, throws: [] }, listProducts),
  /** Products with all their data, by any filter. */
  search: verb(
    { ...reads, name: "products.search", takes: z.custom<ProductQuery>(), throws: [] },
    findProducts,
  ),
  get: verb({ ...reads, name: "products.get", takes: productHandle, throws: ["not_found"] }, getProduct),
  listCategories: verb(
    { ...reads, name: "products.list-categories", takes: z.object({}), throws: [] },
    listCategories,
  ),
  /** Categories by any filter. */
  searchCategories: verb(
    { ...reads, name: "products.search-categories", takes: z.custom<Listing>(), throws: [] },
    searchCategories,
  ),
  /** The names of options, such as "Color". */
  listOptionNames: verb(
    { ...reads, name: "products.list-option-names", takes: z.object({}), throws: [] },
    listOptionNames,
  ),
  listSlugs: verb(
    {
      ...reads,
      name: "products.list-slugs",
      takes: z.object({ limit: z.int().min(1).max(50_000) }),
      throws: [],
    },
    listSlugs,
  ),
};
