"use server";

import { carts } from "#lib/commerce/cart/index.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { requireCart } from "#lib/storefront/checkout/checkout-steps.ts";
import { couponForm, showChanged } from "#lib/storefront/checkout/coupon-place.ts";
import { formAction } from "#lib/storefront/forms/form-action.ts";
import { goneAlready } from "#lib/storefront/gone-already.ts";
import { writeCart } from "#lib/storefront/visitor/write-cart.ts";

/** Removes a coupon. */
export const removeCode = formAction(couponForm, async ({ code, from }) => {
  await requireCart();
  await writeCart((ctx, cart) => perform(carts.removeCoupon, ctx, { cart, code })).catch(goneAlready);
  await showChanged(from, "couponRemoved");
});
