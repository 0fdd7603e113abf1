import * as z from "zod";
import { anybody, verb } from "#lib/platform/verb/index.ts";
import { listShippingOffers } from "./list-shipping-offers.ts";

/** The public operations on shipping methods. */
export const shipping = {
  listOffers: verb(
    {
      name: "shipping.list-offers",
      who: anybody,
      takes: z.object({ currency: z.string().length(3) }),
      throws: [],
      limits: { none: "only reads what everybody may" },
    },
    listShippingOffers,
  ),
};
