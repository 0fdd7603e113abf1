import { absent, type FieldList, objectOf, others, type Scalar } from "#lib/platform/filter/index.ts";

/** The languages that a text answers to; the shop's texts are in English. */
export const locales = ["en", "en-US"] as const;

/** A text as an object with its languages. In every other language there is no text. */
export function localized(field: Scalar) {
  const fields: FieldList = {
    ...Object.fromEntries(locales.map((locale) => [locale, field])),
    [others]: (name) => (isLanguage(name) ? absent : null),
  };
  return objectOf(fields);
}

function isLanguage(name: string): boolean {
  return /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/.test(name);
}
