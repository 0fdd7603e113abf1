/**
 * The languages that the shop speaks, each with its words in messages/. Whoever reads none of them gets the first.
 * Adding a language: its folder of messages, and its code here.
 */
export const languages = ["en", "de", "ar"] as const;

export type Language = (typeof languages)[number];

/** The language that product data is written in: names, descriptions, variants, categories, ways to ship. */
export const catalogueLanguage = "en";

export function isLanguage(code: unknown): code is Language {
  return languages.some((language) => language === code);
}

/** Which way the language is written. */
export function directionOf(language: Language): "ltr" | "rtl" {
  return rightToLeft.has(new Intl.Locale(language).maximize().script ?? "") ? "rtl" : "ltr";
}

// The scripts in use that run from right to left.
const rightToLeft = new Set(["Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm", "Rohg"]);
