import { countryCodes } from "#lib/platform/address/rule.ts";
import { type Context, database } from "#lib/platform/context.ts";

/** The countries and currencies that the shop sells in: those of its active shipping methods. Sorted. */
export type Markets = { countries: string[]; currencies: string[] };

export async function listMarkets(ctx: Context): Promise<Markets> {
  const methods = await database(ctx).$queryRaw<Markets[]>`
    select countries, array(select jsonb_object_keys(prices)) as currencies from shipping_method where active`;
  const countries = methods.flatMap((method) =>
    method.countries.length === 0 ? countryCodes : method.countries,
  );
  const currencies = methods.flatMap((method) => method.currencies);
  return { countries: [...new Set(countries)].toSorted(), currencies: [...new Set(currencies)].toSorted() };
}
