import { homeMarket } from "#lib/commerce/home-market.ts";
import { type FieldList, nothing, objectOf, others, type Scalar } from "#lib/platform/filter/index.ts";
import { catalogueLanguage } from "#lib/platform/i18n/languages.ts";

/** The languages of localized text; the shop's text is in one, which clients also name with the home country. */
export const locales = [catalogueLanguage, `${catalogueLanguage}-${homeMarket.country}`] as const;

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
