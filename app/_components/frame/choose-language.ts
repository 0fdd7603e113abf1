"use server";

import { unstable_rethrow } from "next/navigation";
import { carts } from "#lib/commerce/cart/index.ts";
import { noteReached } from "#lib/platform/http/reached.ts";
import { isLanguage } from "#lib/platform/i18n/languages.ts";
import { log } from "#lib/platform/log/log.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { currentCart } from "#lib/storefront/visitor/current-cart.ts";
import { rememberLanguage } from "#lib/storefront/visitor/language-cookie.ts";
import { writeCart } from "#lib/storefront/visitor/write-cart.ts";

/** Changes the language of the shop and the cart's future order. Ignores unsupported languages. */
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
    // The page changes anyway, and the next change of the cart sets its language.
    log.warn({ err: error }, "could not set a cart's language");
  }
}
