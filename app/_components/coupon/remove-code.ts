"use server";

import { redirect } from "next/navigation";
import { carts, couponInput } from "#lib/commerce/cart/index.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { formAction } from "#lib/storefront/form-action.ts";
import { goneAlready } from "#lib/storefront/gone-already.ts";
import { writeCart } from "#lib/storefront/write-cart.ts";

/** Removes a coupon. */
export const removeCode = formAction(couponInput, async (input) => {
  await writeCart((ctx, cart) => perform(carts.removeCoupon, ctx, { cart, ...input })).catch(goneAlready);
  redirect("/cart?status=couponRemoved");
});
