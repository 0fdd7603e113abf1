import { cookies } from "next/headers";
import { env } from "#lib/platform/env.ts";
import type { Language } from "#lib/platform/i18n/languages.ts";
import { chosenCookie } from "#lib/platform/i18n/reader.ts";

const year = 365 * 24 * 60 * 60;

/** Stores the language that the visitor chose. Only in actions. */
export async function rememberLanguage(language: Language): Promise<void> {
  (await cookies()).set(chosenCookie, language, {
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    secure: env.STOREFRONT_URL.startsWith("https:"),
    maxAge: year,
  });
}
