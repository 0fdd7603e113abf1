import { addressRule } from "#lib/address.ts";
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
// Codes that the names know although nobody lives there.
const noPlace = new Set(["AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"]);

/** The countries that something can be sent to: home first, the others by name. */
export function countryChoices(offers: readonly Pick<ShippingOffer, "countries">[]): CountryChoice[] {
  const everywhere = offers.some((offer) => offer.countries.length === 0);
  const codes = new Set(everywhere ? allCountries() : offers.flatMap((offer) => offer.countries));
  const choices = [...codes].map(choice).sort((a, b) => a.name.localeCompare(b.name, locale));
  return [...choices.filter(({ code }) => code === home), ...choices.filter(({ code }) => code !== home)];
}

export function countryName(code: string): string {
  return names.of(code) ?? code;
}

const names = new Intl.DisplayNames(locale, { type: "region", fallback: "none" });

function choice(code: string): CountryChoice {
  const rule = addressRule(code);
  const postalCode = rule.postalCode === "none" ? null : code === home ? "zip" : "postalCode";
  return { code, name: countryName(code), region: rule.region, postalCode };
}

function allCountries(): string[] {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".split("");
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  return codes.filter((code) => names.of(code) !== undefined && !noPlace.has(code));
}
