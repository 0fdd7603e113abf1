import { getExampleNumber, isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js/min";
import examples from "libphonenumber-js/mobile/examples";

/** The number in E.164 ("+12075550142"), read as dialled in `country`. As typed if it cannot be read. */
export function normalizePhone(typed: string, country: string): string {
  const number = readPhone(typed, country);
  // E.164 cannot express an extension.
  return number && !number.ext ? number.number : typed;
}

/** A stored number as people read and dictate it: "+1 207 555 0142". Other text stays as it is. */
export function spacedPhone(kept: string): string {
  const number = /^\+\d+$/.test(kept) ? parsePhoneNumberFromString(kept) : undefined;
  return number?.isPossible() ? number.formatInternational() : kept;
}

/** Whether it is a valid number in `country`, or an international one that starts with "+". */
export function isPhone(typed: string, country: string): boolean {
  return readPhone(typed, country) !== null;
}

/** A number as people in `country` have it, in international format: "+81 90 1234 5678". */
export function examplePhone(country: string): string {
  const known = isSupportedCountry(country) ? country : "US";
  return getExampleNumber(known, examples)?.formatInternational() ?? "";
}

function readPhone(typed: string, country: string) {
  const number = parsePhoneNumberFromString(typed, {
    ...(isSupportedCountry(country) && { defaultCountry: country }),
    extract: false,
  });
  // International numbers are only checked for length: new area codes are added every year.
  const international = /^\s*[+＋]/.test(typed);
  return number && (international ? number.isPossible() : number.isValid()) ? number : null;
}
