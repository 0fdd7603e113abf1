"use server";

import { redirect } from "next/navigation";
import { addLine, lineInput } from "#lib/commerce/cart/index.ts";
import { acts } from "#lib/platform/limits/index.ts";
import { formAction } from "#lib/storefront/form-action.ts";
import { writeCart } from "#lib/storefront/write-cart.ts";

/** Puts the chosen variant into the cart and shows the cart. */
export const addToCart = formAction([acts.changeCart], lineInput, async (line) => {
  await writeCart((ctx, cart) => addLine(ctx, cart, line));
  redirect("/cart?status=added");
});
