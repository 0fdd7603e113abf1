import type { Language } from "#lib/platform/i18n/languages.ts";
import type { PaymentMethod, PaymentProvider } from "./provider.ts";

/** A provider's title and methods in a language, falling back to the originals. */
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
