import * as z from "zod";
import { acts } from "#lib/platform/limits/index.ts";
import { programs, shoppersAndPrograms, verb } from "#lib/platform/verb/index.ts";
import { mergeDraft } from "../customers/schemas.ts";
import { mergeIntoCustomers } from "./merge.ts";
import { replicate } from "./replicate.ts";
import { replicaDraft } from "./schemas.ts";

/** Operations on carts that only this dialect has. */
export const wireCarts = {
  replicate: verb(
    {
      name: "commercetools.replicate-cart",
      who: shoppersAndPrograms,
      takes: replicaDraft,
      throws: ["bad_request", "already_taken", "session_changed"],
      limits: [acts.changeCart],
    },
    replicate,
  ),
  mergeIntoCustomers: verb(
    {
      name: "commercetools.merge-cart",
      who: programs,
      takes: mergeDraft.extend({ customerId: z.string() }),
      throws: ["bad_request", "not_found"],
      limits: [acts.changeCart],
    },
    mergeIntoCustomers,
  ),
};
