/**
 * The languages of the shop, each with a folder in messages/. The first is the default.
 * To add a language, add its folder and its code.
 */
export const languages = ["en", "de", "ar"] as const;

export type Language = (typeof languages)[number];

/** The language of product data: names, descriptions, variants, categories, names of ways to ship. */
export const catalogueLanguage = "en";

/** Whether it is the code of a language of the shop. */
export function isLanguage(code: unknown): code is Language {
  return languages.some((language) => language === code);
}

/** The direction that the language is written in. */
export function directionOf(language: Language): "ltr" | "rtl" {
  return rightToLeft.has(new Intl.Locale(language).maximize().script ?? "") ? "rtl" : "ltr";
}

// Right-to-left scripts that are in use.
const rightToLeft = new Set(["Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm", "Rohg"]);
