"use server";

import { redirect } from "next/navigation";
import { couponInput } from "#lib/commerce/cart/index.ts";
import { acts } from "#lib/platform/limits/index.ts";
import { stepPath } from "#lib/storefront/checkout-steps.ts";
import { formAction } from "#lib/storefront/form-action.ts";
import { takeOffCode } from "#lib/storefront/take-off-code.ts";

/** Takes a coupon off that does not work, and goes on with the payment. */
export const removeCode = formAction([acts.changeCart], couponInput, async (input) => {
  await takeOffCode(input);
  redirect(stepPath("payment"));
});
