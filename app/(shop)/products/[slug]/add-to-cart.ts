"use server";

import { redirect } from "next/navigation";
import { carts, lineInput } from "#lib/commerce/cart/index.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { formAction } from "#lib/storefront/forms/form-action.ts";
import { writeCart } from "#lib/storefront/visitor/write-cart.ts";

/** Adds the chosen variant to the cart and shows the cart. */
export const addToCart = formAction(lineInput, async (wanted) => {
  await writeCart((ctx, cart) => perform(carts.add, ctx, { cart, wanted }));
  redirect("/cart?status=added");
});
