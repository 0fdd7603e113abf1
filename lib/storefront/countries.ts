import type { ShippingOffer } from "#lib/commerce/shipping/index.ts";
import { countryCodes } from "#lib/platform/address/rule.ts";
import { locale } from "#lib/platform/i18n/messages.ts";

/** A country to choose. */
export type CountryChoice = { code: string; name: string };

/** Where the shop is at home. */
export const home = "US";

/** The countries that something can be sent to: home first, the others by name. */
export function countryChoices(offers: readonly Pick<ShippingOffer, "countries">[]): CountryChoice[] {
  const everywhere = offers.some((offer) => offer.countries.length === 0);
  return everywhere ? everyCountry() : sorted(offers.flatMap((offer) => offer.countries));
}

/** All countries that there are, for a bill or an address book. */
export function everyCountry(): CountryChoice[] {
  return sorted(countryCodes);
}

export function countryName(code: string): string {
  return names.of(code) ?? code;
}

const names = new Intl.DisplayNames(locale, { type: "region", fallback: "none" });

function sorted(codes: readonly string[]): CountryChoice[] {
  const choices = [...new Set(codes)].map((code) => ({ code, name: countryName(code) }));
  choices.sort((a, b) => a.name.localeCompare(b.name, locale));
  return [...choices.filter(({ code }) => code === home), ...choices.filter(({ code }) => code !== home)];
}
