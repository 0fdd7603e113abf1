import type { Language } from "#lib/platform/i18n/languages.ts";
import type { PaymentMethod, PaymentProvider } from "./provider.ts";

/** A provider's title and methods in a language; its own words where it was not translated. */
export function wordsOf(
  { title, methods, translations }: Pick<PaymentProvider, "title" | "methods" | "translations">,
  language: Language,
): { title: string; methods: PaymentMethod[] } {
  const translated = translations?.[language];
  return {
    title: translated?.title ?? title,
    methods: methods.map((method) => ({ ...method, ...translated?.methods[method.id] })),
  };
}
