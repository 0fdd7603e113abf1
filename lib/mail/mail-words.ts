import { createTranslator } from "next-intl";
import { directionOf, type Language } from "#lib/platform/i18n/languages.ts";
import { formatOf, languageOf } from "#lib/platform/i18n/locale.ts";
import { messagesIn } from "#lib/platform/i18n/messages.ts";
import { formatMoney } from "#lib/platform/money.ts";

export type Wording = ReturnType<typeof makeWording>;

// Cached by language and country, so there are few.
const wordings = new Map<string, Wording>();

/** Messages and formats for a mail in this locale. Null stands for the default language. */
export function wordingFor(locale: string | null): Wording {
  const format = formatOf(locale);
  const known = wordings.get(format);
  if (known) return known;
  const made = makeWording(languageOf(format), format);
  wordings.set(format, made);
  return made;
}

function makeWording(language: Language, format: string) {
  const messages = messagesIn(language);
  return {
    language,
    direction: directionOf(language),
    /** The Intl locale for numbers and dates. */
    format,
    /** Translates the messages of mails (lib/platform/i18n/messages). */
    words: createTranslator({ locale: format, messages, namespace: "mail" }),
    accountWords: createTranslator({ locale: format, messages, namespace: "accountMail" }),
    money: (amount: number, currency: string) => formatMoney(amount, currency, format),
  };
}
