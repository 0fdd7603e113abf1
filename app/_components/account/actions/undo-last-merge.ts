"use server";

import { redirect } from "next/navigation";
import { carts } from "#lib/commerce/cart/index.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { accountForm } from "#lib/storefront/account/account-form.ts";
import { requireAccount } from "#lib/storefront/account/require-account.ts";
import { emptyForm } from "#lib/storefront/account/schemas.ts";
import { rememberCart } from "#lib/storefront/visitor/cart-cookie.ts";
import { currentCart } from "#lib/storefront/visitor/current-cart.ts";

/** Undoes the cart merge of the last sign-in. The browser continues with the account's own cart. */
export const undoLastMerge = accountForm(emptyForm, async () => {
  const ctx = await requireAccount("/cart");
  const cart = await currentCart();
  if (!cart) redirect("/cart");
  await rememberCart(await perform(carts.undoMerge, ctx, cart));
  redirect("/cart?status=unmerged");
});
