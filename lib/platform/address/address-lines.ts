import { fullName } from "#lib/platform/address/full-name.ts";
import { addressRule, type PlacePart } from "#lib/platform/address/rule.ts";
import type { Address } from "#lib/platform/address.ts";
import type { Language } from "#lib/platform/i18n/languages.ts";
import { languageOf } from "#lib/platform/i18n/locale.ts";

/** "Austria" for AT, in the reader's language. */
export function countryName(country: string, locale: string): string {
  return namesIn(languageOf(locale)).of(country) ?? country;
}

/** Cached by language: constructing one is slow. */
const names = new Map<Language, Intl.DisplayNames>();

function namesIn(language: Language): Intl.DisplayNames {
  const known = names.get(language) ?? new Intl.DisplayNames(language, { type: "region" });
  names.set(language, known);
  return known;
}

/**
 * The lines of an address label; the last is the country's name in the reader's language. Parts that the country's
 * format does not use get a line of their own.
 */
export function addressLines(address: Address, locale: string): string[] {
  const { country, line1 = "", line2 = "" } = address;
  const { city = "", postalCode = "" } = address;
  // Not "28013 Madrid Madrid".
  const region = address.region === city ? "" : (address.region ?? "");
  const { format, parts } = addressRule(country);
  const values = { "%A": line1, "%C": city, "%S": region, "%Z": postalCode };
  const unused = (part: PlacePart, value: string) => (parts.includes(part) ? "" : value);
  const place = format
    .split("%n")
    .flatMap((line) =>
      line.includes("%A") ? [filled(line, values), line2, unused("city", city)] : [filled(line, values)],
    );
  const rest = [unused("region", region), unused("postalCode", postalCode), countryName(country, locale)];
  return [fullName(address), ...place, ...rest].map((line) => line.trim()).filter((line) => line !== "");
}

/** Fills a format such as "%C, %S %Z". Separators next to an empty part are dropped. */
function filled(line: string, values: Record<string, string>): string {
  let written = "";
  let between = "";
  for (const piece of line.match(/%[A-Z]|[^%]+/g) ?? []) {
    const value = values[piece];
    if (value) written += written === "" ? between.replace(/^\W+/, "") + value : between + value;
    if (value === undefined) between = piece;
  }
  return written;
}
