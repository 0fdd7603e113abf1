import { readPostalCode } from "./postal-code.ts";
import { readRegion } from "./region.ts";
import { addressRule, type PlacePart } from "./rule.ts";

/** The parts of an address whose rules depend on the country. */
export type Place = { country: string } & { [part in PlacePart]?: string | undefined };

/** An invalid part: `name` is the country's word for it, `example` a valid value where that helps. */
export type PlaceFault = {
  part: PlacePart;
  fault: "missing" | "invalid";
  name: string;
  example: string;
};

const forms = { region: readRegion, postalCode: readPostalCode };

/** Normalizes region and postal code for the country. Values that cannot be read stay as they are. */
export function normalizePlace<P extends Place>(place: P): P {
  const { country, region, postalCode } = place;
  return {
    ...place,
    ...(region && { region: readRegion(country, region) ?? region }),
    ...(postalCode && { postalCode: readPostalCode(country, postalCode) ?? postalCode }),
  };
}

/**
 * The required parts that are missing, and the region or postal code if it is not valid in the country. A postal code
 * of a neighbouring state is accepted: some cross the border, and mail follows the code.
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

// Countries without postal codes need only a city: people write "Dubai" whatever the metadata require.
function isDispensable({ country, city }: Place, part: PlacePart): boolean {
  return part === "region" && Boolean(city) && !addressRule(country).required.has("postalCode");
}
