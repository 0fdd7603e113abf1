import { languageOf } from "#lib/platform/i18n/locale.ts";
import { messagesIn } from "#lib/platform/i18n/messages.ts";

/** Labels for Stripe's page in the order's language: "Tax", "Total". */
export function wordsOnPage(locale: string): { tax: string; discount: string; total: string } {
  return messagesIn(languageOf(locale)).shop.totals;
}
