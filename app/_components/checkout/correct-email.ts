"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import * as z from "zod";
import { carts } from "#lib/commerce/cart/index.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { nextStepPath } from "#lib/storefront/checkout/checkout-steps.ts";
import { formAction } from "#lib/storefront/forms/form-action.ts";
import { isInPlace } from "#lib/storefront/forms/is-in-place.ts";
import { writeCart } from "#lib/storefront/visitor/write-cart.ts";

/** Corrects the address to the one that was probably meant. */
export const correctEmail = formAction(z.object({}), async () => {
  const { cart } = await writeCart((ctx, handle) => perform(carts.correctEmail, ctx, { cart: handle }));
  if (!(await isInPlace())) redirect(await nextStepPath(cart));
  refresh();
});
