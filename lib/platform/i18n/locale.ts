import { isLanguage, type Language, languages } from "./languages.ts";

/** What a BCP 47 locale looks like. The zod schema is in locale-tag.ts, to keep zod out of the browser. */
export const localePattern = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;
export const longestLocale = 35;

/** The shop's language that `locale` names; null if the shop does not support it. */
export function namedLanguage(locale: string | null | undefined): Language | null {
  const language = parsed(locale)?.language;
  return isLanguage(language) ? language : null;
}

/** The language for `locale`: its own if the shop supports it, otherwise the default. */
export function languageOf(locale: string | null | undefined): Language {
  return namedLanguage(locale) ?? languages[0];
}

/** "AT" for "de-AT"; undefined without a country. */
export function regionOf(locale: string | null | undefined): string | undefined {
  const region = parsed(locale)?.region;
  return region && /^[A-Z]{2}$/.test(region) ? region : undefined;
}

/**
 * The locale to format dates, numbers and amounts with: a language of the shop, with the country of `locale`. "fr-CH"
 * gives "en-CH" while the shop has no French.
 */
export function formatOf(locale: string | null | undefined): string {
  return inRegion(languageOf(locale), regionOf(locale));
}

/** The locale of a language in a region. */
export function inRegion(language: Language, region: string | undefined): string {
  return region === undefined ? language : `${language}-${region}`;
}

/** Whether it is one: "de-DE-de-DE" only looks like it. */
export function isLocale(locale: string): boolean {
  return parsed(locale) !== null;
}

// Parsing takes longer than all that pages ask of it.
const mostKept = 500;
const kept = new Map<string, Intl.Locale | null>();

/** Locales come from outside, so they may be malformed. */
function parsed(locale: string | null | undefined): Intl.Locale | null {
  if (!locale || locale.length > longestLocale || !localePattern.test(locale)) return null;
  const known = kept.get(locale);
  if (known !== undefined) return known;
  if (kept.size >= mostKept) kept.clear();
  const made = localeOrNull(locale);
  kept.set(locale, made);
  return made;
}

function localeOrNull(locale: string): Intl.Locale | null {
  try {
    return new Intl.Locale(locale);
  } catch {
    return null;
  }
}
