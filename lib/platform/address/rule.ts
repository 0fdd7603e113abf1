import { countries } from "./countries.ts";
import type { CountryData } from "./country-data.ts";

/** The parts whose presence, name and position depend on the country. */
export type PlacePart = "city" | "region" | "postalCode";

/** The parts of a country's addresses below the street. Other parts are accepted and stored too. */
type AddressRule = {
  /** The lines: "%A%n%C, %S %Z" of street, city, region and postal code. */
  format: string;
  /** The parts that the country uses, in its own order. */
  parts: PlacePart[];
  required: ReadonlySet<PlacePart>;
  /** What people there call each part: "state", "eircode". */
  names: Record<PlacePart, string>;
  /** Matches a whole code. Null if the format is unknown. */
  postalCode: RegExp | null;
  examples: string[];
  postalPrefix: string;
  /** Code, name, name in the country's own script. */
  regions: NonNullable<CountryData["regions"]>;
  /** By the region's code: what its postal codes begin with. Empty if the postal code does not tell the region. */
  postalCodesByRegion: [string, RegExp][];
};

const letters: Record<string, PlacePart> = { C: "city", S: "region", Z: "postalCode" };

export const countryCodes: readonly string[] = Object.keys(countries);

const rules = new Map(Object.entries(countries).map(([code, data]) => [code, toRule(data)]));
const unknown = toRule({ format: "%A%n%Z %C%n%S", required: "AC" });

/** The country's rule. Unknown codes, which old addresses may have, get a lenient one. */
export function addressRule(country: string): AddressRule {
  return rules.get(country) ?? unknown;
}

function toRule(data: CountryData): AddressRule {
  return {
    format: data.format,
    parts: partsIn(data.format.match(/(?<=%)[CSZ]/g) ?? []),
    required: new Set(partsIn([...data.required])),
    names: {
      city: data.cityName ?? "city",
      region: data.regionName ?? "province",
      postalCode: data.postalCodeName ?? "postal",
    },
    postalCode: data.postalCode === undefined ? null : new RegExp(`^(?:${data.postalCode})$`),
    examples: data.examples ?? [],
    postalPrefix: data.postalPrefix ?? "",
    regions: data.regions ?? [],
    postalCodesByRegion: Object.entries(data.postalCodesByRegion ?? {}).map(([region, start]) => [
      region,
      new RegExp(`^(?:${start})`),
    ]),
  };
}

function partsIn(found: string[]): PlacePart[] {
  return found.flatMap((letter) => letters[letter] ?? []);
}
