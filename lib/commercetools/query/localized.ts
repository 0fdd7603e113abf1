import { objectOf, type Scalar } from "#lib/filter/index.ts";

/** The languages that a text answers to; the shop's texts are in English. */
export const locales = ["en", "en-US"] as const;

/** A text as an object with its languages. */
export function localized(field: Scalar) {
  return objectOf(Object.fromEntries(locales.map((locale) => [locale, field])));
}
