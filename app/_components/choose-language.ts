"use server";

import { unstable_rethrow } from "next/navigation";
import { carts } from "#lib/commerce/cart/index.ts";
import { noteReached } from "#lib/platform/http/reached.ts";
import { isLanguage } from "#lib/platform/i18n/languages.ts";
import { log } from "#lib/platform/log.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { currentCart } from "#lib/storefront/current-cart.ts";
import { rememberLanguage } from "#lib/storefront/language-cookie.ts";
import { writeCart } from "#lib/storefront/write-cart.ts";

/** Shows the shop in another language from now on, and has the cart's order speak it. Anything but a language of ours does nothing. */
export async function chooseLanguage(form: FormData): Promise<void> {
  noteReached();
  const language = form instanceof FormData ? form.get("language") : null;
  if (!isLanguage(language)) return;
  await rememberLanguage(language);
  if (!(await currentCart())) return;
  try {
    await writeCart((ctx, cart) => perform(carts.setLanguage, ctx, { cart, locale: cart.locale }));
  } catch (error) {
    unstable_rethrow(error);
    // The page is in the language all the same, and the next change of the cart takes it along.
    log.warn({ err: error }, "a cart did not take the language that was chosen");
  }
}
