import { type Context, database } from "#lib/platform/context.ts";

export type ShippingMethod = {
  id: string;
  key: string;
  name: string;
  description: string;
  /** Minor units of the asked currency. */
  price: number;
  minDays: number;
  maxDays: number;
};

/** The active methods that go to `country` and have a price in `currency`, in the order to offer them. */
export async function listShippingMethods(
  ctx: Context,
  input: { country: string; currency: string },
): Promise<ShippingMethod[]> {
  return database(ctx).$queryRaw<ShippingMethod[]>`
    select id, key, name, description, (prices ->> ${input.currency})::float8 as price,
      min_days as "minDays", max_days as "maxDays"
    from shipping_method
    where active and prices ? ${input.currency} and (countries = '{}' or ${input.country} = any (countries))
    order by position, key`;
}
