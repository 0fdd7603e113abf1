import { addressRule } from "./rule.ts";

// Here the region stands in the address as a code: "Portland, ME", "00184 Roma RM". Elsewhere by its name.
const written = new Set(["US", "CA", "AU", "BR", "IT"]);

export type RegionChoice = { value: string; label: string };

/** The regions to choose from, by name; none where the country has no list. */
export function regionChoices(country: string): RegionChoice[] {
  return addressRule(country)
    .regions.map(([code, name]) => ({ value: written.has(country) ? code : name, label: name }))
    .sort((a, b) => a.label.localeCompare(b.label, "en"));
}

/**
 * A region as addresses there show it: "oregon" is "OR" in US, "13" is "Tokyo" in JP, and what is named in the
 * country's own script stays in it. A name that is not on the list stays as it was typed, except where the list is
 * closed: then it is null.
 */
export function readRegion(country: string, typed: string): string | null {
  const { regions, required } = addressRule(country);
  const wanted = folded(typed);
  for (const [code, name, native] of regions) {
    if (native && folded(native) === wanted) return native;
    if (folded(code) === wanted || folded(name) === wanted) return written.has(country) ? code : name;
  }
  // Names written in other letters come in many spellings. Codes do not: where they are asked for, they are a must.
  return written.has(country) && required.has("region") ? null : typed;
}

function folded(name: string): string {
  return name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}
