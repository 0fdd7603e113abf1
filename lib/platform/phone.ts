import { isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js/min";

/** A phone number in E.164 ("+12075550142") where it is one, read as people in `country` dial it; else as typed. */
export function normalizePhone(typed: string, country: string): string {
  const number = readPhone(typed, country);
  // E.164 has no room for an extension.
  return number && !number.ext ? number.number : typed;
}

/** Whether somebody can be called at it: from `country`, or from anywhere when it starts with "+". */
export function isPhone(typed: string, country: string): boolean {
  return readPhone(typed, country) !== null;
}

/** Whether it may be a number of some country, while nobody has said of which: 7 to 15 digits and what stands between. */
export function mayBePhone(typed: string): boolean {
  const digits = typed.normalize("NFKC").match(/\p{Nd}/gu)?.length ?? 0;
  const looksRight = /^[\p{Nd}\p{Z}\p{Pd}\s+()./]+$/u.test(typed.normalize("NFKC"));
  return (looksRight && digits >= 7 && digits <= 15) || isPhone(typed, "");
}

function readPhone(typed: string, country: string) {
  const number = parsePhoneNumberFromString(typed, {
    ...(isSupportedCountry(country) && { defaultCountry: country }),
    extract: false,
  });
  // Dialled with a country code it only has to be long enough: new area codes come every year.
  const international = /^\s*[+＋]/.test(typed);
  return number && (international ? number.isPossible() : number.isValid()) ? number : null;
}
