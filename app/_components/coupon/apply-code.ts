"use server";

import { redirect } from "next/navigation";
import { carts, couponInput } from "#lib/commerce/cart/index.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { formAction } from "#lib/storefront/form-action.ts";
import { writeCart } from "#lib/storefront/write-cart.ts";

/** Applies a coupon code. */
export const applyCode = formAction(
  couponInput,
  async (input) => {
    await writeCart((ctx, cart) => perform(carts.applyCoupon, ctx, { cart, ...input }));
    redirect("/cart?status=coupon");
  },
  { blame: { coupon_not_applicable: "code" } },
);
