import { readPostalCode } from "./postal-code.ts";
import { addressRule } from "./rule.ts";

const longestTyped = 200;

// These countries write the region as a code: "Portland, ME", "00184 Roma RM". Others write its name.
const written = new Set(["US", "CA", "AU", "BR", "IT"]);

export type RegionChoice = { value: string; label: string };

/** The country's regions, sorted by name. Empty if there is no list. */
export function regionChoices(country: string): RegionChoice[] {
  return addressRule(country)
    .regions.map(([code, name]) => ({ value: written.has(country) ? code : name, label: name }))
    .sort((a, b) => a.label.localeCompare(b.label, "en"));
}

/**
 * The region as the country's addresses write it: "oregon" becomes "OR" in US, "13" becomes "Tokyo" in JP. A name in
 * the country's own script stays in it. A name that is not on the list stays as typed, unless the list is closed: then
 * null.
 */
export function readRegion(country: string, typed: string): string | null {
  if (typed.length > longestTyped) return null;
  const { regions, required } = addressRule(country);
  const wanted = folded(typed);
  for (const [code, name, native] of regions) {
    if (native && folded(native) === wanted) return native;
    if (folded(code) === wanted || folded(name) === wanted) return written.has(country) ? code : name;
  }
  // Transliterated names have many spellings, so they are accepted as typed. Codes do not, so a required code must be
  // on the list.
  return written.has(country) && required.has("region") ? null : typed;
}

/** The region that a postal code lies in, as addresses write it. Null if the code does not tell, or is not valid. */
export function regionOfPostalCode(country: string, typed: string): string | null {
  const { postalCodesByRegion, regions } = addressRule(country);
  const postalCode = readPostalCode(country, typed);
  if (postalCode === null) return null;
  const [first, ...others] = postalCodesByRegion.filter(([, start]) => start.test(postalCode));
  if (!first || others.length > 0) return null;
  const [, name] = regions.find(([code]) => code === first[0]) ?? [];
  return written.has(country) ? first[0] : (name ?? null);
}

function folded(name: string): string {
  return name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}
