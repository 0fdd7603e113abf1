import { addressRule, countryCodes } from "#lib/address/rule.ts";
import { locale } from "#lib/i18n/messages.ts";
import type { ShippingOffer } from "#lib/shipping/index.ts";

/** A country to choose, and which parts its addresses have. `region` is what it calls its states, if it has them. */
export type CountryChoice = {
  code: string;
  name: string;
  region: "state" | "province" | "county" | null;
  postalCode: "zip" | "postalCode" | null;
};

const home = "US";

/** The countries that something can be sent to: home first, the others by name. */
export function countryChoices(offers: readonly Pick<ShippingOffer, "countries">[]): CountryChoice[] {
  const everywhere = offers.some((offer) => offer.countries.length === 0);
  const codes = new Set(everywhere ? countryCodes : offers.flatMap((offer) => offer.countries));
  const choices = [...codes].map(choice).sort((a, b) => a.name.localeCompare(b.name, locale));
  return [...choices.filter(({ code }) => code === home), ...choices.filter(({ code }) => code !== home)];
}

export function countryName(code: string): string {
  return names.of(code) ?? code;
}

const names = new Intl.DisplayNames(locale, { type: "region", fallback: "none" });

function choice(code: string): CountryChoice {
  const { parts, names: called } = addressRule(code);
  const region = called.region === "state" || called.region === "county" ? called.region : "province";
  const postalCode = called.postalCode === "zip" ? "zip" : "postalCode";
  return {
    code,
    name: countryName(code),
    region: parts.includes("region") ? region : null,
    postalCode: parts.includes("postalCode") ? postalCode : null,
  };
}
