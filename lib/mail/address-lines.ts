import type { Address } from "#lib/address.ts";

const countryNames = new Intl.DisplayNames("en", { type: "region" });

/** "Austria" for AT. */
export function countryName(country: string): string {
  return countryNames.of(country) ?? country;
}

type Place = { city: string; region: string; postalCode: string };

// The line, or lines, that say where, as each country writes them.
const orders: Record<string, (place: Place) => string[]> = {
  US: ({ city, region, postalCode }) => [comma(city, words(region, postalCode))],
  CA: ({ city, region, postalCode }) => [words(city, region, postalCode)],
  AU: ({ city, region, postalCode }) => [words(city, region, postalCode)],
  NZ: ({ city, postalCode }) => [words(city, postalCode)],
  GB: ({ city, region, postalCode }) => [city, region, postalCode],
  IE: ({ city, region, postalCode }) => [city, region, postalCode],
  IT: ({ city, region, postalCode }) => [words(postalCode, city, region)],
  ES: ({ city, region, postalCode }) => [words(postalCode, city), region === city ? "" : region],
  JP: ({ city, region, postalCode }) => [comma(city, words(region, postalCode))],
};

const byDefault = ({ city, region, postalCode }: Place) => [words(postalCode, city), region];

/** An address as it is written on a parcel, line by line, the country's name last. */
export function addressLines(address: Address): string[] {
  const { country, firstName = "", lastName = "", line1 = "", line2 = "" } = address;
  const { city = "", region = "", postalCode = "" } = address;
  const place = (orders[country] ?? byDefault)({ city, region, postalCode });
  const lines = [words(firstName, lastName), line1, line2, ...place, countryName(country)];
  return lines.filter((line) => line.trim() !== "");
}

function words(...parts: string[]): string {
  return parts.filter(Boolean).join(" ");
}

function comma(...parts: string[]): string {
  return parts.filter(Boolean).join(", ");
}
