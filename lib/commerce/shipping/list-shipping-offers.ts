import { type Context, database } from "#lib/platform/context.ts";
import type { ShippingMethod } from "./list-shipping-methods.ts";

/** A method with the countries that it serves; empty means all. */
export type ShippingOffer = ShippingMethod & { countries: string[] };

/** Every active method with a price in `currency`, for any country, in display order. */
export async function listShippingOffers(
  ctx: Context,
  input: { currency: string },
): Promise<ShippingOffer[]> {
  return database(ctx).$queryRaw<ShippingOffer[]>`
    select id, key, name, description, (prices ->> ${input.currency})::float8 as price,
      min_days as "minDays", max_days as "maxDays", countries
    from shipping_method
    where active and prices ? ${input.currency}
    order by position, key`;
}
