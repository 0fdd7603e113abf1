import * as z from "zod";
import { countryCodes } from "#lib/platform/address/rule.ts";
import type { Context } from "#lib/platform/context.ts";
import { Prisma } from "#lib/platform/database/db.ts";
import { rowsOf } from "#lib/platform/database/rows.ts";

const markets = z.object({ countries: z.array(z.string()), currencies: z.array(z.string()) });

/** The countries and currencies that the shop sells in: those of its active shipping methods. Sorted. */
export type Markets = z.output<typeof markets>;

/** The countries and currencies that active shipping methods serve. */
export async function listMarkets(ctx: Context): Promise<Markets> {
  const statement = Prisma.sql`
    select countries, array(select jsonb_object_keys(prices)) as currencies from shipping_method where active`;
  const methods = await rowsOf(ctx, statement, markets);
  const countries = methods.flatMap((method) =>
    method.countries.length === 0 ? countryCodes : method.countries,
  );
  const currencies = methods.flatMap((method) => method.currencies);
  return { countries: [...new Set(countries)].toSorted(), currencies: [...new Set(currencies)].toSorted() };
}
