"use server";

import { redirect } from "next/navigation";
import { carts, lineInput } from "#lib/commerce/cart/index.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { formAction } from "#lib/storefront/forms/form-action.ts";
import { writeCart } from "#lib/storefront/visitor/write-cart.ts";

/** Puts back a line that was removed. */
export const putBack = formAction(lineInput, async (wanted) => {
  await writeCart((ctx, cart) => perform(carts.add, ctx, { cart, wanted }));
  redirect("/cart?status=restored");
});
