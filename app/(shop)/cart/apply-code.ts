"use server";

import { redirect } from "next/navigation";
import { applyCoupon, couponInput } from "#lib/commerce/cart/index.ts";
import { acts } from "#lib/platform/limits/index.ts";
import { formAction } from "#lib/storefront/form-action.ts";
import { writeCart } from "#lib/storefront/write-cart.ts";

/** Enters a coupon's code. */
export const applyCode = formAction(
  [acts.enterCoupon, acts.changeCart],
  couponInput,
  async (input) => {
    await writeCart((ctx, cart) => applyCoupon(ctx, cart, input));
    redirect("/cart?status=coupon");
  },
  { blame: { coupon_not_applicable: "code" } },
);
