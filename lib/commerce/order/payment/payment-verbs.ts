import * as z from "zod";
import type { Listing } from "#lib/platform/filter/index.ts";
import { acts } from "#lib/platform/limits/index.ts";
import { programs, verb } from "#lib/platform/verb/index.ts";
import { managePayment } from "./manage-payment.ts";
import { getPayment, searchPayments } from "./payment-records.ts";

const action = z.object({
  kind: z.enum(["refund", "capture", "release"]),
  amount: z.int().min(1).nullable(),
  currency: z.string().optional(),
});

/** All operations on payments that were begun or made, for operators. */
export const paymentRecords = {
  get: verb(
    {
      name: "payment.get",
      who: programs,
      takes: z.object({ id: z.string() }),
      throws: ["not_found"],
      limits: { none: "only reads, for programs that may see every payment" },
    },
    getPayment,
  ),
  search: verb(
    {
      name: "payment.search",
      who: programs,
      takes: z.custom<Listing>(),
      throws: [],
      limits: { none: "only reads, for programs that may see every payment" },
    },
    searchPayments,
  ),
  manage: verb(
    {
      name: "payment.manage",
      who: programs,
      takes: z.object({ id: z.string(), version: z.int().nullable(), actions: z.array(action) }),
      throws: ["not_found", "version_conflict", "bad_request"],
      limits: [acts.manageShop],
    },
    managePayment,
  ),
};
