import * as z from "zod";
import { shoppers, verb } from "#lib/platform/verb/index.ts";
import { offeredPayments } from "./providers.ts";

/** The operations on payment methods (seed 004). */
export const payments = {
  list: verb(
    {
      name: "payment.list",
      who: shoppers,
      takes: z.object({}),
      throws: [],
      limits: { none: "only reads what the shop offers" },
    },
    () =>
      offeredPayments().map(({ id, title, methods }) => {
        return { id, title, methods: methods.map((method) => ({ id: method.id, title: method.title })) };
      }),
  ),
};
