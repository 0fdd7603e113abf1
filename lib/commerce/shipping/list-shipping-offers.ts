import * as z from "zod";
import type { Context } from "#lib/platform/context.ts";
import { Prisma } from "#lib/platform/database/db.ts";
import { rowsOf } from "#lib/platform/database/rows.ts";
import { shippingMethod } from "./list-shipping-methods.ts";

const shippingOffer = shippingMethod.extend({
  /** In other languages, by their codes. */
  descriptions: z.partialRecord(z.string(), z.string()),
  countries: z.array(z.string()),
});

/** A method with the countries that it serves; empty means all. */
export type ShippingOffer = z.output<typeof shippingOffer>;

/** Every active method with a price in `currency`, for any country, in display order. */
export function listShippingOffers(ctx: Context, input: { currency: string }): Promise<ShippingOffer[]> {
  const statement = Prisma.sql`
    select id, key, name, description, descriptions, (prices ->> ${input.currency})::float8 as price,
      min_days as "minDays", max_days as "maxDays", countries
    from shipping_method
    where active and prices ? ${input.currency}
    order by position, key`;
  return rowsOf(ctx, statement, shippingOffer);
}
