"use server";

import { redirect } from "next/navigation";
import { carts, couponInput } from "#lib/commerce/cart/index.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { stepPath } from "#lib/storefront/checkout-steps.ts";
import { formAction } from "#lib/storefront/form-action.ts";
import { goneAlready } from "#lib/storefront/gone-already.ts";
import { writeCart } from "#lib/storefront/write-cart.ts";

/** Removes a coupon that does not apply, and continues with the payment. */
export const removeCode = formAction(couponInput, async (input) => {
  await writeCart((ctx, cart) => perform(carts.removeCoupon, ctx, { cart, ...input })).catch(goneAlready);
  redirect(stepPath("payment"));
});
