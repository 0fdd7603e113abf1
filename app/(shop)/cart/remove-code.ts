"use server";

import { redirect } from "next/navigation";
import { couponInput, removeCoupon } from "#lib/cart/index.ts";
import { isDomainError } from "#lib/errors.ts";
import { formAction } from "#lib/storefront/form-action.ts";
import { writeCart } from "#lib/storefront/write-cart.ts";

/** Takes a coupon off. One that another tab has removed already is removed. */
export const removeCode = formAction(couponInput, async (input) => {
  try {
    await writeCart((ctx, cart) => removeCoupon(ctx, cart, input));
  } catch (error) {
    if (!isDomainError(error, "not_found")) throw error;
  }
  redirect("/cart?status=couponRemoved");
});
