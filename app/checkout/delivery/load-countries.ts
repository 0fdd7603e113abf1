"use server";

import { getLocale } from "next-intl/server";
import { type CountryChoice, everyCountry } from "#lib/storefront/checkout/countries.ts";

/** All countries, for a billing address. */
export async function loadCountries(): Promise<CountryChoice[]> {
  return everyCountry(await getLocale());
}
