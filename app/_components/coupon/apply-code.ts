"use server";

import { carts } from "#lib/commerce/cart/index.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { requireCart } from "#lib/storefront/checkout/checkout-steps.ts";
import { couponForm, showChanged } from "#lib/storefront/checkout/coupon-place.ts";
import { formAction } from "#lib/storefront/forms/form-action.ts";
import { writeCart } from "#lib/storefront/visitor/write-cart.ts";

/** Applies a coupon code. */
export const applyCode = formAction(
  couponForm,
  async ({ code, from }) => {
    await requireCart();
    await writeCart((ctx, cart) => perform(carts.applyCoupon, ctx, { cart, code }));
    await showChanged(from, "coupon");
  },
  { blame: { coupon_not_applicable: "code" } },
);
