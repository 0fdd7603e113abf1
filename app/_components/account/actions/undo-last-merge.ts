"use server";

import { redirect } from "next/navigation";
import { undoMerge } from "#lib/commerce/cart/index.ts";
import { acts } from "#lib/platform/limits/index.ts";
import { accountForm } from "#lib/storefront/account/account-form.ts";
import { emptyForm } from "#lib/storefront/account/schemas.ts";
import { rememberCart } from "#lib/storefront/cart-cookie.ts";
import { currentCart } from "#lib/storefront/current-cart.ts";
import { currentContext } from "#lib/storefront/current-context.ts";

/** Takes out of the cart what came along at the sign-in. The browser goes on with the account's own cart. */
export const undoLastMerge = accountForm([acts.changeCart], emptyForm, async () => {
  const cart = await currentCart();
  if (!cart) redirect("/cart");
  await rememberCart(await undoMerge(await currentContext(), cart));
  redirect("/cart?status=unmerged");
});
