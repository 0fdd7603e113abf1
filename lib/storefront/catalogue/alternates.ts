import type { Metadata } from "next";
import { headers } from "next/headers";
import { isLanguage, type Language, languages } from "#lib/platform/i18n/languages.ts";
import { offeredHeader } from "#lib/platform/i18n/reader.ts";

type Alternates = NonNullable<Metadata["alternates"]>;

/**
 * For search engines: the address of the public page at `path`, and of the same page in each language. Without a
 * language in its URL a page is in the reader's.
 */
export async function alternatesOf(path: string): Promise<Alternates> {
  const asked = (await headers()).get(offeredHeader);
  const inEach = languages.map((language) => [language, inLanguage(path, language)]);
  return {
    canonical: isLanguage(asked) ? inLanguage(path, asked) : path,
    languages: { ...Object.fromEntries(inEach), "x-default": path },
  };
}

function inLanguage(path: string, language: Language): string {
  return `${path}${path.includes("?") ? "&" : "?"}language=${language}`;
}
