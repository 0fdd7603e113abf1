import * as z from "zod";
import { country } from "#lib/platform/address.ts";
import type { Listing } from "#lib/platform/filter/index.ts";
import { anybody, verb } from "#lib/platform/verb/index.ts";
import { listMarkets } from "./list-markets.ts";
import { listShippingOffers } from "./list-shipping-offers.ts";
import { matchingShippingMethods, searchShippingMethods } from "./search-shipping-methods.ts";

const reads = { who: anybody, throws: [], limits: { none: "only reads what everybody may" } } as const;

/** The public operations on shipping methods. */
export const shipping = {
  listOffers: verb(
    { ...reads, name: "shipping.list-offers", takes: z.object({ currency: z.string().length(3) }) },
    listShippingOffers,
  ),
  /** All methods with all their data, by any filter. */
  search: verb({ ...reads, name: "shipping.search", takes: z.custom<Listing>() }, searchShippingMethods),
  matching: verb(
    {
      ...reads,
      name: "shipping.matching",
      takes: z.object({ country, currency: z.string().length(3).nullable() }),
    },
    matchingShippingMethods,
  ),
  listMarkets: verb({ ...reads, name: "shipping.list-markets", takes: z.object({}) }, listMarkets),
};
