import { homeMarket } from "#lib/commerce/home-market.ts";
import type { ShippingOffer } from "#lib/commerce/shipping/index.ts";
import { countryName } from "#lib/platform/address/address-lines.ts";
import { countryCodes } from "#lib/platform/address/rule.ts";

/** A choice in a list of countries. */
export type CountryChoice = { code: string; name: string };

/** The countries that can be shipped to: the home country first, the others by name in the reader's language. */
export function countryChoices(
  offers: readonly Pick<ShippingOffer, "countries">[],
  locale: string,
): CountryChoice[] {
  const everywhere = offers.some((offer) => offer.countries.length === 0);
  return everywhere
    ? everyCountry(locale)
    : sorted(
        offers.flatMap((offer) => offer.countries),
        locale,
      );
}

/** All countries, for a billing address or an address book. */
export function everyCountry(locale: string): CountryChoice[] {
  return sorted(countryCodes, locale);
}

function sorted(codes: readonly string[], locale: string): CountryChoice[] {
  const choices = [...new Set(codes)].map((code) => ({ code, name: countryName(code, locale) }));
  choices.sort((a, b) => a.name.localeCompare(b.name, locale));
  const { country: home } = homeMarket;
  return [...choices.filter(({ code }) => code === home), ...choices.filter(({ code }) => code !== home)];
}
