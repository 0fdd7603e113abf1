import * as z from "zod";
import type { Listing } from "#lib/platform/filter/index.ts";
import { programs, verb } from "#lib/platform/verb/index.ts";
import { searchDiscounts } from "./search-discounts.ts";

/** The operations on discounts themselves; those on a cart's coupons are the cart's. */
export const discounts = {
  /** All discounts with their codes, by any filter. */
  search: verb(
    {
      name: "discounts.search",
      who: programs,
      takes: z.custom<Listing>(),
      throws: [],
      limits: { none: "only reads, for programs that may" },
    },
    searchDiscounts,
  ),
};
