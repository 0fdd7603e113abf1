import { languageOf } from "#lib/platform/i18n/locale.ts";
import { messagesIn } from "#lib/platform/i18n/messages.ts";

/** What a shopper reads in the shop: beside the way to pay, and when nothing came of it. */
export const words = {
  title: "Card or wallet",
  hint: "You pay on Stripe's page and come back here.",
  declined: "The payment was declined.",
  notThisAmount: "This amount cannot be paid by card. Please choose another way to pay.",
};

/** What stands on Stripe's page beside the names of things, in the order's language: "Tax", "Total". */
export function wordsOnPage(locale: string): { tax: string; discount: string; total: string } {
  return messagesIn(languageOf(locale)).shop.totals;
}
