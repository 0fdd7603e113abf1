import type { Address } from "#lib/platform/address.ts";

/** Where the family name is written first. */
export const familyNameFirst: ReadonlySet<string> = new Set(["CN", "HK", "HU", "JP", "KR", "MO", "TW", "VN"]);

/** Scripts without spaces between words. */
const eastAsian = /^[\p{scx=Han}\p{scx=Hang}\p{scx=Hira}\p{scx=Kana}]+$/u;
const inLatin: ReadonlySet<string> = new Set(["HU", "VN"]);

/**
 * The name as it is written in the country of its address: "山田 太郎", "김철수", "Kovács János". In East Asia a name in
 * Latin letters is one for the rest of the world, and keeps the given name first.
 */
export function fullName({
  firstName = "",
  lastName = "",
  country,
}: Pick<Address, "firstName" | "lastName" | "country">): string {
  const isNative = eastAsian.test(firstName + lastName);
  const isFamilyFirst = familyNameFirst.has(country) && (isNative || inLatin.has(country));
  const parts = isFamilyFirst ? [lastName, firstName] : [firstName, lastName];
  return parts.filter((part) => part !== "").join(isFamilyFirst && isNative && country !== "JP" ? "" : " ");
}

/**
 * Splits "Ada King Lovelace" into Ada King and Lovelace: a guess that the shopper can correct. In East Asian scripts a
 * name that is meant for such a `country` begins with the family name.
 */
export function splitName(name: string | null, country = ""): Pick<Address, "firstName" | "lastName"> {
  const words = name?.trim().split(/\s+/) ?? [];
  if (words.length < 2) return { firstName: words[0] };
  if (familyNameFirst.has(country) && eastAsian.test(words.join(""))) {
    return { firstName: words.slice(1).join(" "), lastName: words[0] };
  }
  return { firstName: words.slice(0, -1).join(" "), lastName: words.at(-1) };
}
