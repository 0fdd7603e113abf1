"use server";

import { getTranslations } from "next-intl/server";
import { guests, lookupInput } from "#lib/guest-checkout/index.ts";
import { currentReader } from "#lib/platform/i18n/current-reader.ts";
import { type Messages, messagesIn } from "#lib/platform/i18n/messages.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { type FormState, submitForm } from "#lib/storefront/forms/form-action.ts";
import { fullTitle } from "#lib/storefront/full-title.ts";
import { type ShownOrder, shownOrder } from "#lib/storefront/order/shown-order.ts";
import { requireGuests } from "#lib/storefront/require-guests.ts";
import { currentContext } from "#lib/storefront/visitor/current-context.ts";

/** An order with the messages that render it, in the reader's language. */
export type Found = {
  shown: ShownOrder;
  /** The page's title from now on. */
  title: string;
  locale: string;
  messages: { shop: Pick<Messages["shop"], "order" | "totals"> };
};
export type FoundState = FormState & { found?: Found };

/** Finds an order by number and email address. It is returned in the answer, so that neither appears in a URL. */
export async function findOrder(_previous: FoundState | null, form: FormData): Promise<FoundState | null> {
  requireGuests();
  let found: Found | undefined;
  const state = await submitForm(form, lookupInput, async (input) => {
    const shown = await shownOrder(await perform(guests.lookUpOrder, await currentContext(), input));
    const { language, locale } = await currentReader();
    const { order, totals } = messagesIn(language).shop;
    const t = await getTranslations("shop.order");
    const title = await fullTitle(t("title", { number: shown.order.number }));
    found = { shown, title, locale, messages: { shop: { order, totals } } };
  });
  return found ? { ...state, found } : state;
}
