import { isLanguage, type Language, languages } from "./languages.ts";

/** What a locale looks like, BCP 47. A schema of it is in locale-tag.ts: pages need none in the browser. */
export const localePattern = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;
export const longestLocale = 35;

/** The language of ours that `locale` names; null when it names another one, or none. */
export function namedLanguage(locale: string | null | undefined): Language | null {
  const language = parsed(locale)?.language;
  return isLanguage(language) ? language : null;
}

/** The language to use for whoever has this locale: its own, else the shop's first. */
export function languageOf(locale: string | null | undefined): Language {
  return namedLanguage(locale) ?? languages[0];
}

/** "AT" for "de-AT"; undefined where the locale names no country. */
export function regionOf(locale: string | null | undefined): string | undefined {
  const region = parsed(locale)?.region;
  return region && /^[A-Z]{2}$/.test(region) ? region : undefined;
}

/**
 * How dates, numbers and amounts are written for whoever has this locale: in a language of ours, as their country
 * writes them. "fr-CH" is "en-CH" while the shop speaks no French.
 */
export function formatOf(locale: string | null | undefined): string {
  return inRegion(languageOf(locale), regionOf(locale));
}

export function inRegion(language: Language, region: string | undefined): string {
  return region === undefined ? language : `${language}-${region}`;
}

/** A locale comes from outside, so it may be none. */
function parsed(locale: string | null | undefined): Intl.Locale | null {
  if (!locale || locale.length > longestLocale || !localePattern.test(locale)) return null;
  try {
    return new Intl.Locale(locale);
  } catch {
    return null;
  }
}
