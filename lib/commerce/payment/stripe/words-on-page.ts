import { languageOf } from "#lib/platform/i18n/locale.ts";
import { messagesIn } from "#lib/platform/i18n/messages.ts";

/** What stands on Stripe's page beside the names of things, in the order's language: "Tax", "Total". */
export function wordsOnPage(locale: string): { tax: string; discount: string; total: string } {
  return messagesIn(languageOf(locale)).shop.totals;
}
