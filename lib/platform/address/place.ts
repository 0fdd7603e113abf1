import { readPostalCode } from "./postal-code.ts";
import { readRegion } from "./region.ts";
import { addressRule, type PlacePart } from "./rule.ts";

/** The parts of an address that its country decides on. */
export type Place = { country: string } & { [part in PlacePart]?: string | undefined };

/** What is wrong with a part: `name` is what the country calls it, `example` a right one where that helps. */
export type PlaceFault = {
  part: PlacePart;
  fault: "missing" | "invalid";
  name: string;
  example: string;
};

const forms = { region: readRegion, postalCode: readPostalCode };

/** The place with region and postal code as its country writes them; what cannot be read stays. */
export function normalizePlace<P extends Place>(place: P): P {
  const { country, region, postalCode } = place;
  return {
    ...place,
    ...(region && { region: readRegion(country, region) ?? region }),
    ...(postalCode && { postalCode: readPostalCode(country, postalCode) ?? postalCode }),
  };
}

/**
 * What the country asks for and the place lacks, and what is no region or postal code of it. That a postal code lies
 * in another state is no fault: some cross the border, and the code is what the letter follows.
 */
export function placeFaults(place: Place): PlaceFault[] {
  const { required, names, examples } = addressRule(place.country);
  const about = (part: PlacePart, fault: PlaceFault["fault"]): PlaceFault => ({
    part,
    fault,
    name: names[part],
    example: part === "postalCode" ? (examples[0] ?? "") : "",
  });
  const missing = [...required].filter((part) => !place[part] && !isDispensable(place, part));
  const invalid = (["region", "postalCode"] as const).filter((part) => {
    const given = place[part];
    return given && forms[part](place.country, given) === null;
  });
  return [...missing.map((part) => about(part, "missing")), ...invalid.map((part) => about(part, "invalid"))];
}

// Without a postal code a city says enough: people write "Dubai" there, whatever the metadata call it.
function isDispensable({ country, city }: Place, part: PlacePart): boolean {
  return part === "region" && Boolean(city) && !addressRule(country).required.has("postalCode");
}
