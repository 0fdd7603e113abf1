import { type FieldList, nothing, objectOf, others, type Scalar } from "#lib/platform/filter/index.ts";

/** The languages of localized text; the shop's text is in English. */
export const locales = ["en", "en-US"] as const;

/** A text field as an object of languages. Other languages have no text. */
export function localized(field: Scalar) {
  const fields: FieldList = {
    ...Object.fromEntries(locales.map((locale) => [locale, field])),
    [others]: (name) => (isLanguage(name) ? nothing : null),
  };
  return objectOf(fields);
}

function isLanguage(name: string): boolean {
  return /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/.test(name);
}
